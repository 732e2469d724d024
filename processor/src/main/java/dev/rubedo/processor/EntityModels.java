package dev.rubedo.processor;

import dev.rubedo.mapping.Entity;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/**
 * The entities that are known while one is compiled: itself, the targets of its relationships, and those of its
 * package, from source or class files. What is generated for an entity depends only on what it refers to, never on what
 * else is compiled at the same time. Recompiling one file therefore gives the same result as compiling all; Eclipse's
 * compiler, however, finds an entity of the package that no relationship leads to and that is not compiled with the
 * others only if its class is named for its table. Confined to one thread at a time.
 */
final class EntityModels {

    private final EntityReader reader;
    private final Environment environment;
    private final Map<String, EntityModel> models = new HashMap<>();

    EntityModels(Environment environment) {
        this.environment = environment;
        this.reader = new EntityReader(environment, this::find);
    }

    Environment environment() {
        return environment;
    }

    /** Returns the join conditions of entities. */
    JoinConditions joinConditions() {
        return new JoinConditions(this, environment);
    }

    /** Returns whether some types of an entity do not exist, or not yet. */
    boolean isIncomplete(TypeElement entity) {
        return reader.isIncomplete(entity);
    }

    /** Returns the entities of the package of an entity, as far as the compiler shows them. */
    List<EntityModel> neighbours(EntityModel entity) {
        return entity.element().getEnclosingElement() instanceof PackageElement home
                ? environment.typesIn(home).stream().filter(type -> !isGenerated(type, home))
                        .flatMap(type -> find(type).stream()).toList()
                : List.of();
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

    /**
     * Returns the entity that maps a table, if it can be found from another one: through relationships, by a class
     * named after the table, or among all of the package.
     */
    Optional<EntityModel> find(String table, EntityModel from) {
        EntityModel near = reachable(from).get(table);
        if (near != null) {
            return Optional.of(near);
        }
        return namedFor(table, from).or(() -> Optional.ofNullable(known(from).get(table)));
    }

    private Optional<EntityModel> namedFor(String table, EntityModel from) {
        String name = Names.upperCamelCase(table.substring(table.lastIndexOf('.') + 1));
        TypeElement named = from.element().getEnclosingElement() instanceof PackageElement home
                && SourceVersion.isIdentifier(name) ? environment.typeOf(home, name) : null;
        return named == null ? Optional.empty()
                : find(named).filter(entity -> entity.qualifiedTable().equals(table)).map(EntityModel::ofTable);
    }

    /** Returns the entities by table: those reachable through relationships, then those of the package. */
    Map<String, EntityModel> known(EntityModel from) {
        Map<String, EntityModel> found = reachable(from);
        neighbours(from).forEach(entity -> found.putIfAbsent(entity.qualifiedTable(), entity.ofTable()));
        return found;
    }

    private Map<String, EntityModel> reachable(EntityModel from) {
        var found = new LinkedHashMap<String, EntityModel>();
        var seen = new HashSet<String>();
        var waiting = new ArrayDeque<EntityModel>();
        waiting.add(from);
        while (!waiting.isEmpty()) {
            EntityModel entity = waiting.remove();
            if (seen.add(entity.element().getQualifiedName().toString())) {
                found.putIfAbsent(entity.qualifiedTable(), entity.ofTable());
                entity.relationships().forEach(relationship -> waiting.add(model(relationship.target())));
                Optional.ofNullable(entity.parent()).ifPresent(waiting::add);
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
        return cut > 0 && environment.typeOf(home, entity) != null;
    }

    Optional<EntityModel> find(TypeElement entity) {
        return DeclaredAnnotation.find(entity, Entity.class, environment.elements()).map(annotation -> model(entity));
    }
}
