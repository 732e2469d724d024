package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Reflective access in the modules that run inside an application, against the metadata that they ship for native images.
 * A new use of reflection fails here until its metadata is shipped or a reason is given why there is none.
 */
class ReachabilityTest {

    /** The modules that are part of an application at run time. */
    private static final Set<String> MODULES = Set.of("sql", "engine", "mapping", "orm", "async", "cache", "jackson",
            "spring",
            "dialects/sqlite", "dialects/postgresql", "dialects/mysql", "dialects/h2", "dialects/duckdb");

    private static final Set<String> REFLECTIVE = Set.of("java.lang.Class.forName", "java.lang.Class.getMethod",
            "java.lang.Class.getDeclaredMethod", "java.lang.Class.getDeclaredMethods", "java.lang.Class.getMethods",
            "java.lang.Class.getConstructor", "java.lang.Class.getDeclaredConstructor",
            "java.lang.Class.getDeclaredField",
            "java.lang.Class.getField", "java.lang.Class.getRecordComponents", "java.lang.Class.getResource",
            "java.lang.Class.getResourceAsStream", "java.lang.ClassLoader.getResource",
            "java.lang.ClassLoader.getResourceAsStream", "java.lang.ClassLoader.loadClass",
            "java.lang.reflect.Proxy.newProxyInstance", "java.lang.invoke.MethodHandles$Lookup.findStatic",
            "java.lang.invoke.MethodHandles$Lookup.findVirtual",
            "java.lang.invoke.MethodHandles$Lookup.findConstructor",
            "java.lang.invoke.MethodHandles$Lookup.findVarHandle");

    /** Why a class that uses reflection needs no metadata of ours. */
    private static final Map<String, String> WITHOUT = Map.of(
            "dev.rubedo.result.RecordMapping", "records of the application, which registers those it passes to as(...)",
            "dev.rubedo.mapping.internal.EntityWatch", "part of the compiler's class path, not of the application");

    private static Map<String, Set<String>> reflective() {
        Map<String, Set<String>> found = new TreeMap<>();
        for (var module : Layout.modules()) {
            if (MODULES.contains(module.folder())) {
                for (JavaClass type : Project.classesOf(module)) {
                    for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                        String target = call.getTargetOwner().getName() + "." + call.getName();
                        if (REFLECTIVE.contains(target)) {
                            found.computeIfAbsent(outermost(type).getName(), any -> new TreeSet<>()).add(target);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ReachabilityTest::outermost).orElse(type);
    }

    private static String metadata() throws IOException {
        var all = new StringBuilder();
        for (String module : new TreeSet<>(MODULES)) {
            Path folder = Project.root().resolve(module).resolve("src/main/resources/META-INF/native-image");
            if (Files.isDirectory(folder)) {
                try (var files = Files.walk(folder)) {
                    files.filter(file -> file.endsWith("reachability-metadata.json")).sorted().map(Project::read)
                            .forEach(all::append);
                }
            }
        }
        return all.toString();
    }

    @Test
    void everyUseOfReflectionHasMetadataOrAReason() throws IOException {
        var reached = Pattern.compile("\"typeReached\": \"([^\"]+)\"").matcher(metadata()).results()
                .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        var expected = new TreeSet<>(reached);
        expected.addAll(WITHOUT.keySet());

        assertThat(reflective().keySet()).isEqualTo(expected);
    }

    @Test
    void metadataNamesTypesThatExist() throws IOException {
        var named = Pattern.compile("\"(dev\\.rubedo\\.[A-Za-z.]+)\"").matcher(metadata()).results()
                .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty()
                .allSatisfy(name -> assertThat(Project.classes().contain(name)).as(name).isTrue());
    }
}
