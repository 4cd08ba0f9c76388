"""Carries messages. Imported before numpy, so that its thread counts hold for every command."""

import os

# Texts of twenty tokens on shared cores: two BLAS threads are ten times slower than one (research/crosslingual.md, 4).
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
