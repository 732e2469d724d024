package dev.rubedo.benchmarks;

/** Checks the answers of the contenders. Stateless. */
final class Answers {
    private Answers() {}

    static void require(String workload, long expected, long actual) {
        if (expected != actual) {
            throw new IllegalStateException(workload + " gave " + actual + " and not " + expected);
        }
    }
}
