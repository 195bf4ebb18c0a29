"""`python -m bot COMMAND`, the same as `levelbot COMMAND`."""

from bot.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
