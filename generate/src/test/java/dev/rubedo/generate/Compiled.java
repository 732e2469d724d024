package dev.rubedo.generate;

import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Model;
import dev.rubedo.schema.MetaData;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Generated code, compiled with the annotation processor and all lints as errors, and loaded. Immutable. */
record Compiled(ClassLoader classes, String packageName) {
    static Compiled of(GeneratedCode code, Path folder, String packageName) throws IOException {
        code.writeTo(folder.resolve("source"), false);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        var problems = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            var sources = code.sources().stream().map(source -> folder.resolve("source").resolve(source.path()))
                    .toList();
            var options = List.of("--release", "21", "-classpath", System.getProperty("java.class.path"),
                    "-Xlint:all,-processing,-path,-classfile,-options", "-Werror", "-processor",
                    "dev.rubedo.processor.MappingProcessor,dev.rubedo.processor.EntityListProcessor");
            var task = compiler.getTask(new StringWriter(), files, problems, options, null,
                    files.getJavaFileObjectsFromPaths(sources));
            if (!task.call()) {
                throw new AssertionError("Generated code does not compile:\n" + String.join("\n", problems
                        .getDiagnostics().stream()
                        .map(each -> name(each.getSource()) + ":" + each.getLineNumber() + ": "
                                + each.getMessage(Locale.ROOT))
                        .toList()));
            }
        }
        return new Compiled(new URLClassLoader(new URL[]{classes.toUri().toURL()}), packageName);
    }

    private static String name(JavaFileObject file) {
        return file == null ? "?" : new File(file.getName()).getName();
    }

    /** Returns the metadata of the generated tables. */
    MetaData tables(String className) {
        return (MetaData) field(packageName + "." + className, "METADATA", MetaData.class);
    }

    /** Returns the query models of the generated entities. */
    EntityPath<?>[] entities() {
        try {
            Class<?> list = classes.loadClass(packageName + ".Entities");
            var all = new ArrayList<EntityPath<?>>();
            for (Object each : (Object[]) list.getMethod("all").invoke(null)) {
                all.add((EntityPath<?>) each);
            }
            return all.toArray(EntityPath<?>[]::new);
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }

    Model model() {
        return Model.of(entities());
    }

    private Object field(String className, String name, Class<?> type) {
        try {
            return MethodHandles.publicLookup().findStaticGetter(classes.loadClass(className), name, type)
                    .invoke();
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }
}
