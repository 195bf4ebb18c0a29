"""What levelbot costs in time and memory. `make bench` runs every module that `run.py` lists."""
