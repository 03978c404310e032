"""Property tests here are pure arithmetic: a slow moment of a busy machine is no failure."""

from hypothesis import settings

settings.register_profile("domain", deadline=None)
settings.load_profile("domain")
