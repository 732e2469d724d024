package dev.rubedo.cli.corpus;

import dev.rubedo.error.RubedoException;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Model;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds the models of the tests of this project in compiled classes: the entities of each package, and the metadata and
 * tables in static fields. Confined to one thread at a time.
 */
final class TestModels {
    private final Map<String, List<EntityPath<?>>> entities = new TreeMap<>();
    private final Map<String, MetaData> found = new LinkedHashMap<>();

    private TestModels() {}

    /**
     * Returns metadata by where it is found.
     *
     * @param directories directories of classes; those that do not exist are left out
     */
    static Map<String, MetaData> in(List<Path> directories) {
        var models = new TestModels();
        var existing = directories.stream().filter(Files::isDirectory).toList();
        var loader = new URLClassLoader(existing.stream().map(TestModels::url).toArray(URL[]::new),
                TestModels.class.getClassLoader());
        existing.forEach(directory -> classes(directory).forEach(name -> models.add(name, loader)));
        models.entities.forEach(models::add);
        return models.found;
    }

    private static URL url(Path directory) {
        try {
            return directory.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("\"" + directory + "\" is no directory of classes", e);
        }
    }

    private static List<String> classes(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(directory::relativize).map(Path::toString).filter(name -> name.endsWith(".class"))
                    .map(name -> name.replace('/', '.').replace('\\', '.').replaceFirst("\\.class$", ""))
                    .filter(name -> !name.endsWith("-info")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves out what needs classes or settings that only its own module has. */
    private void add(String name, ClassLoader loader) {
        try {
            var type = Class.forName(name, false, loader);
            for (var field : type.getDeclaredFields()) {
                boolean isWanted = List.of(EntityPath.class, MetaData.class, Table.class, Model.class).stream()
                        .anyMatch(kind -> kind.isAssignableFrom(field.getType()));
                if (isWanted && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    add(type, field.getName(), field.get(null));
                }
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            // not a model of its own
        }
    }

    private void add(Class<?> type, String field, Object value) {
        switch (value) {
            case EntityPath<?> path ->
                entities.computeIfAbsent(type.getPackageName(), p -> new ArrayList<>()).add(path);
            case MetaData metaData -> note(type.getName() + "#" + field, metaData);
            case Model model -> note(type.getName() + "#" + field, model.metadata());
            case Table table -> note(type.getName() + "#" + field, table.metaData());
            default -> {}
        }
    }

    /** Entities of a package that do not fit together are models of their own. */
    private void add(String name, List<EntityPath<?>> paths) {
        try {
            note(name, Model.reaching(paths.toArray(EntityPath<?>[]::new)).metadata());
        } catch (RubedoException | IllegalArgumentException together) {
            for (var path : paths) {
                try {
                    note(name + " " + path, Model.reaching(path).metadata());
                } catch (RubedoException | IllegalArgumentException alone) {
                    // a mistake on purpose
                }
            }
        }
    }

    private void note(String name, MetaData metaData) {
        if (!metaData.tables().isEmpty() && found.values().stream().noneMatch(each -> each == metaData)) {
            found.put(name, metaData);
        }
    }
}
