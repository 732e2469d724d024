package dev.rubedo.processor;

import dev.rubedo.mapping.Entity;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The entities that are known while one is compiled: itself, those its relationships lead to, and those of its package,
 * from source or class files. What is generated for an entity depends only on what it refers to, never on what else is
 * compiled at the same time. Recompiling one file therefore gives the same result as compiling all. Confined to one
 * thread at a time.
 */
final class EntityModels {

    private final EntityReader reader;
    private final Environment environment;
    private final Map<String, EntityModel> models = new HashMap<>();

    EntityModels(Environment environment) {
        this.environment = environment;
        this.reader = new EntityReader(environment);
    }

    /** Returns whether some types of an entity do not exist, or not yet. */
    boolean isIncomplete(TypeElement entity) {
        return reader.isIncomplete(entity);
    }

    /** Reads the entity being compiled, and reports its errors. */
    EntityModel read(TypeElement entity, Consumer<Problem> problems) {
        EntityModel model = reader.read(entity, problems);
        models.put(entity.getQualifiedName().toString(), model);
        return model;
    }

    /** Returns an entity that another one refers to. Its own errors are reported when it is compiled. */
    EntityModel model(TypeElement entity) {
        String name = entity.getQualifiedName().toString();
        EntityModel known = models.get(name);
        if (known == null) {
            known = reader.read(entity, problem -> {});
            models.put(name, known);
        }
        return known;
    }

    /** Returns the entity that maps a table, if it can be found from another one. */
    Optional<EntityModel> find(String table, EntityModel from) {
        EntityModel near = reachable(from).get(table);
        return near != null ? Optional.of(near) : Optional.ofNullable(known(from).get(table));
    }

    /** Returns the entities by table: those reachable through relationships, then those of the package. */
    Map<String, EntityModel> known(EntityModel from) {
        Map<String, EntityModel> found = reachable(from);
        if (from.element().getEnclosingElement() instanceof PackageElement home) {
            for (TypeElement neighbour : ElementFilter.typesIn(home.getEnclosedElements())) {
                if (!isGenerated(neighbour, home)
                        && DeclaredAnnotation.find(neighbour, Entity.class, environment.elements()).isPresent()) {
                    EntityModel entity = model(neighbour);
                    found.putIfAbsent(entity.qualifiedTable(), entity);
                }
            }
        }
        return found;
    }

    private Map<String, EntityModel> reachable(EntityModel from) {
        var found = new LinkedHashMap<String, EntityModel>();
        var waiting = new ArrayDeque<EntityModel>();
        waiting.add(from);
        while (!waiting.isEmpty()) {
            EntityModel entity = waiting.remove();
            if (found.putIfAbsent(entity.qualifiedTable(), entity) == null) {
                entity.relationships().forEach(relationship -> waiting.add(model(relationship.target())));
            }
        }
        return found;
    }

    /**
     * Returns whether a class file is the output of an earlier compilation. It is ignored, because it may refer to code
     * that is about to be regenerated.
     */
    private boolean isGenerated(TypeElement type, PackageElement home) {
        String name = type.getSimpleName().toString();
        int cut = name.endsWith("_") ? 1 : name.endsWith("Base") ? "Base".length() : 0;
        String entity = name.substring(0, name.length() - cut);
        return cut > 0 && environment.elements()
                .getTypeElement(home.isUnnamed() ? entity : home.getQualifiedName() + "." + entity) != null;
    }

    Optional<EntityModel> find(TypeElement entity) {
        return DeclaredAnnotation.find(entity, Entity.class, environment.elements()).map(annotation -> model(entity));
    }
}
