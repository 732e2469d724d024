package dev.rubedo.pool;

import java.util.stream.Collectors;

/** Finds the program code that checks out a connection. Stateless. */
final class CheckOutPlace {

    private static final int FRAMES = 3;

    private CheckOutPlace() {}

    /** Returns the innermost frames of the caller outside Rubedo, such as {@code shop.Orders.place(Orders.java:12)}. */
    static String current() {
        return StackWalker.getInstance().walk(frames -> frames
                .filter(frame -> !frame.getClassName().startsWith("dev.rubedo.") || isTest(frame.getClassName()))
                .limit(FRAMES).map(frame -> frame.toStackTraceElement().toString())
                .collect(Collectors.joining(" < ")));
    }

    /** The tests of Rubedo are programs too. */
    private static boolean isTest(String className) {
        return className.endsWith("Test") || className.contains("Test$") || className.contains("Suite");
    }
}
