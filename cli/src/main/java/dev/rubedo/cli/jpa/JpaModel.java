package dev.rubedo.cli.jpa;

import dev.rubedo.cli.jpa.JpaClass.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The persistent classes that were found, by name. Confined to one thread at a time. */
final class JpaModel {
    private final Map<String, List<JpaClass>> classes = new LinkedHashMap<>();
    private final Set<String> enumerations = new HashSet<>();
    private final List<JpaNote> notes = new ArrayList<>();

    void add(JpaClass found) {
        classes.computeIfAbsent(found.name(), name -> new ArrayList<>()).add(found);
    }

    List<JpaClass> all() {
        return classes.values().stream().flatMap(List::stream).toList();
    }

    void addEnumeration(String name) {
        enumerations.add(name);
    }

    /**
     * Returns whether the sources contain an enum with a name, which may be preceded by that of its enclosing class.
     */
    boolean isEnumeration(String name) {
        return enumerations.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    void note(JpaClass of, int line, String annotation, String message) {
        notes.add(new JpaNote(of.file(), line, annotation, message));
    }

    List<JpaNote> notes() {
        return notes;
    }

    /**
     * Finds a class by its simple name as seen from another class: imported, in the same package, or the only one with
     * that name.
     */
    Optional<JpaClass> find(JpaClass from, String name) {
        var candidates = classes.getOrDefault(name, List.of());
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        return candidates.stream()
                .filter(each -> from.unit().getImports().stream()
                        .anyMatch(line -> line.getNameAsString().equals(each.packageName() + "." + name)))
                .findFirst()
                .or(() -> candidates.stream().filter(each -> each.packageName().equals(from.packageName())).findFirst())
                .or(() -> candidates.stream().findFirst());
    }

    Optional<JpaClass> superclass(JpaClass of) {
        return of.superclass().flatMap(name -> find(of, name));
    }

    /** Returns a class and its mapped superclasses, the class first. */
    List<JpaClass> family(JpaClass of) {
        var family = new ArrayList<JpaClass>();
        for (Optional<JpaClass> each = Optional.of(of); each.isPresent()
                && family.size() < 20; each = superclass(each.get())) {
            family.add(each.get());
        }
        return family;
    }

    /** Returns all attributes, including those of superclasses. */
    List<JpaAttribute> attributes(JpaClass of) {
        return family(of).stream().flatMap(each -> each.attributes().stream()).toList();
    }

    List<JpaAttribute> keys(JpaClass of) {
        return attributes(of).stream().filter(each -> each.has("Id", "EmbeddedId")).toList();
    }

    /** Returns the only column of a key that other tables can refer to. */
    Optional<JpaAttribute> key(JpaClass of) {
        var keys = keys(of);
        return keys.size() == 1 && !keys.get(0).isRelationship() && !keys.get(0).has("EmbeddedId")
                ? Optional.of(keys.get(0)) : Optional.empty();
    }

    /** Returns the entity that is the root of the hierarchy. */
    JpaClass root(JpaClass of) {
        var root = of;
        for (var each : family(of)) {
            root = each.isEntity() ? each : root;
        }
        return root;
    }

    /** Returns whether a class without attributes is the superclass of an entity that is converted. */
    boolean isUsed(JpaClass stateless) {
        return all().stream().anyMatch(each -> each.isEntity() && family(each).contains(stateless)
                && obstacle(each).isEmpty());
    }

    boolean hasSubclasses(JpaClass of) {
        return all().stream().anyMatch(each -> each.isEntity() && superclass(each).filter(of::equals).isPresent());
    }

    /** Returns the attribute on the other side that is mapped by this one, or by which this one is mapped. */
    Optional<JpaAttribute> inverse(JpaClass of, JpaAttribute attribute) {
        var mappedBy = JpaAnnotations.text(attribute.relationship(), "mappedBy");
        return find(of, attribute.target()).flatMap(target -> attributes(target).stream()
                .filter(JpaAttribute::isRelationship)
                .filter(each -> mappedBy.isEmpty()
                        ? JpaAnnotations.text(each.relationship(), "mappedBy").equals(attribute.name())
                                && family(of).stream().anyMatch(owner -> owner.name().equals(each.target()))
                        : each.name().equals(mappedBy))
                .findFirst());
    }

    /** Returns the reason why a class cannot be converted; empty if it can. */
    String obstacle(JpaClass of) {
        if (of.isEntity() && keys(of).stream()
                .anyMatch(each -> each.has("EmbeddedId") || find(of, each.type().asString()).isPresent()
                        && !each.isRelationship())) {
            return "its key is an embedded object. Declare the parts of the key as attributes with @Id";
        }
        if (of.isEntity() && keys(of).stream().anyMatch(JpaAttribute::isRelationship)) {
            return "its key is a relationship. Declare an attribute with @Id and @ForeignKey beside it";
        }
        if (of.isEntity() && keys(of).isEmpty()) {
            return "no @Id was found in it or in its converted superclasses";
        }
        if (of.kind() != Kind.EMBEDDABLE && of.superclass().isPresent() && superclass(of).isEmpty()) {
            return "it extends \"" + of.superclass().get()
                    + "\", which has attributes that are not mapped, or is not among the "
                    + "sources: an entity extends only its generated base class";
        }
        if (of.kind() == Kind.MAPPED_SUPERCLASS && of.attributes().stream().anyMatch(of::usesTypeParameter)) {
            return "the type of an attribute is a type parameter, which mixins cannot have";
        }
        if (of.kind() == Kind.EMBEDDABLE && of.attributes().stream().anyMatch(JpaAttribute::isRelationship)) {
            return "it has relationships, which embedded records cannot have";
        }
        if (of.kind() == Kind.STATELESS && superclass(of).filter(each -> each.kind() != Kind.STATELESS).isPresent()) {
            return "it extends a class with attributes";
        }
        return superclass(of).filter(each -> !each.equals(of)).map(this::obstacle).filter(text -> !text.isEmpty())
                .map(text -> "its superclass \"" + of.superclass().orElse("") + "\" was not converted").orElse("");
    }
}
