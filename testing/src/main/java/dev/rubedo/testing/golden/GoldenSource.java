package dev.rubedo.testing.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The text blocks in the running test. Replacements are collected and written when the JVM ends, from the last line to
 * the first, so that line numbers stay valid until then. Thread-safe.
 */
public final class GoldenSource {

    private static final GoldenSource RUN = new GoldenSource();

    private final Map<Call, List<String>> replacements = new LinkedHashMap<>();

    private GoldenSource() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::write, "rubedo-golden"));
    }

    private record Call(Path file, int line, String method) {}

    /**
     * Records replacements for the text blocks that the caller passes to an assertion.
     *
     * @param assertion the class whose method the test calls
     * @return false if other texts were recorded for the same line before (by another database, for example); the
     *     caller then has to fail
     */
    public static boolean replace(Class<?> assertion, String method, List<String> actual) {
        StackWalker.StackFrame test = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.dropWhile(frame -> frame.getDeclaringClass() != assertion)
                        .dropWhile(frame -> frame.getDeclaringClass() == assertion).findFirst().orElseThrow());
        return RUN.remember(new Call(sourceOf(test.getDeclaringClass()), test.getLineNumber(), method), actual);
    }

    private synchronized boolean remember(Call call, List<String> actual) {
        List<String> before = replacements.putIfAbsent(call, List.copyOf(actual));
        return before == null || before.equals(actual);
    }

    private synchronized void write() {
        replacements.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Call, List<String>> entry) -> entry.getKey().line()).reversed())
                .forEach(entry -> write(entry.getKey(), entry.getValue()));
    }

    private static void write(Call call, List<String> texts) {
        try {
            String source = Files.readString(call.file());
            Files.writeString(call.file(), TextBlocks.of(source, call.method(), call.line()).replacedBy(texts));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Tests run in the directory of their module; a shared suite is in the main source of a sibling module. */
    private static Path sourceOf(Class<?> test) {
        Class<?> outer = test;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        String name = outer.getName().replace('.', '/') + ".java";
        Path module = Path.of("").toAbsolutePath();
        return Stream.of(module, module.resolve("../tck"), module.resolve("../../tck"))
                .flatMap(root -> Stream.of(root.resolve("src/test/java"), root.resolve("src/main/java")))
                .map(root -> root.resolve(name).normalize()).filter(Files::exists).findFirst()
                .orElseThrow(() -> new IllegalStateException("no source of " + test.getName() + " below " + module));
    }
}
