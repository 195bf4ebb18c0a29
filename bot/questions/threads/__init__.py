"""Questions that go on with what was answered before."""
