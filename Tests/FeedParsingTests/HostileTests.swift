import Testing

/// Hostile documents end in bounded time and memory, with what can be kept: about a second and 64 MB above their size in a release
/// build (`Benchmarks/hostile.py`). One document at a time, for each of them is large.
@Suite(.serialized) struct HostileTests {}
