"""The figures of this process, for Prometheus: what came, how long a turn took, what was sent, what waits."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

REGISTRY = CollectorRegistry(auto_describe=True)
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

RECEIVED = Counter("plaza_received", "Messages that came in", ["channel"], registry=REGISTRY)
REPEATED = Counter("plaza_repeated", "Deliveries of a message that was stored before", ["channel"], registry=REGISTRY)
TURN = Histogram("plaza_turn_seconds", "From a turn's beginning to its commit", buckets=SECONDS, registry=REGISTRY)
SENT = Counter("plaza_sent", "Messages sent, by result", ["channel", "result"], registry=REGISTRY)
WAITING = Gauge("plaza_waiting", "Events that wait to be worked on", ["kind"], registry=REGISTRY)
DEAD = Gauge("plaza_dead_letters", "Events that were given up", registry=REGISTRY)


def exposition() -> bytes:
    """All of it in Prometheus' text format."""
    return generate_latest(REGISTRY)
