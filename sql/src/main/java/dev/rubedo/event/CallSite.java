package dev.rubedo.event;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A search for the application code that called Rubedo: the innermost stack frames that belong neither to Rubedo, the
 * JDK, Spring or another library that calls getters, nor to the generated base class of an entity. It takes a few
 * microseconds. Stateless.
 */
public final class CallSite {

    private static final List<String> LIBRARIES = List.of("java.", "javax.", "jdk.", "sun.", "org.springframework.",
            "io.micrometer.", "org.junit.", "org.assertj.", "com.fasterxml.jackson.", "tools.jackson.",
            "org.thymeleaf.", "org.apache.", "com.google.common.", "kotlin.", "reactor.");

    private CallSite() {}

    /**
     * Returns the innermost frames of the program, such as {@code shop.Orders.place(Orders.java:12)}, separated by
     * {@code " < "}; empty if there is none.
     *
     * @param frames the maximum number of frames
     */
    public static String current(int frames) {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(stack -> stack.filter(frame -> isProgram(frame.getDeclaringClass())).limit(frames)
                        .map(frame -> frame.toStackTraceElement().toString()).collect(Collectors.joining(" < ")));
    }

    private static boolean isProgram(Class<?> type) {
        String name = type.getName();
        if (name.startsWith("dev.rubedo.")) {
            return isOwnProgram(name);
        }
        return LIBRARIES.stream().noneMatch(name::startsWith) && !isGenerated(type);
    }

    /** The tests and examples of Rubedo are programs too. */
    private static boolean isOwnProgram(String name) {
        return name.endsWith("Test") || name.contains("Test$") || name.contains("Suite")
                || name.startsWith("dev.rubedo.examples.") && !name.endsWith("Base");
    }

    /** Generated accessors are in abstract classes that extend a class of Rubedo. */
    private static boolean isGenerated(Class<?> type) {
        if (!Modifier.isAbstract(type.getModifiers()) || type.isInterface()) {
            return false;
        }
        for (var ancestor = type.getSuperclass(); ancestor != null; ancestor = ancestor.getSuperclass()) {
            if (ancestor.getName().startsWith("dev.rubedo.orm.state.")) {
                return true;
            }
        }
        return false;
    }
}
