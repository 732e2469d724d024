package dev.rubedo.cli.jpa;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a relationship, and the foreign key that it needs. Confined to one thread at a time. */
final class RelationshipSource {
    private final JpaModel model;
    private final JpaClass of;
    private final MappedSource source;

    RelationshipSource(JpaModel model, JpaClass of, MappedSource source) {
        this.model = model;
        this.of = of;
        this.source = source;
    }

    private void note(JpaAttribute attribute, String annotation, String message) {
        model.note(of, attribute.line(), annotation, "\"" + of.name() + "." + attribute.name() + "\": " + message);
    }

    String declaration(JpaAttribute attribute) {
        var annotation = attribute.relationship();
        var name = "@" + annotation.getName().getIdentifier();
        var target = model.find(of, attribute.target());
        if (target.isEmpty() || !target.get().isEntity() || !model.obstacle(target.get()).isEmpty()) {
            note(attribute, name, "left out, because \"" + attribute.target() + "\" was not converted.");
            return "";
        }
        if (attribute.type().asString().startsWith("Map") && !attribute.has("MapKey")) {
            note(attribute, name,
                    "left out. Set @Relationship(mapKey) to the attribute of the target that is the key of the map.");
            return "";
        }
        var text = new StringBuilder(source.foreign(attribute));
        var elements = new ArrayList<String>();
        var inverse = model.inverse(of, attribute);
        inverse.ifPresent(other -> elements.add("backPopulates = \"" + other.name() + "\""));
        elements.addAll(cascades(attribute, annotation));
        boolean isOwning = JpaAnnotations.text(annotation, "mappedBy").isEmpty();
        if (attribute.has("ManyToMany") || attribute.has("OneToMany") && attribute.has("JoinTable")) {
            return text + manyToMany(attribute, elements, target.get(), isOwning);
        }
        if (attribute.has("OneToMany") && isOwning && !attribute.has("JoinColumn")) {
            note(attribute, name,
                    "left out: without @JoinColumn or @JoinTable, JPA uses a join table of its own. Add joinTable, or a foreign key"
                            + " in \"" + attribute.target() + "\".");
            return "";
        }
        addOrder(attribute, elements, target.get());
        if (attribute.isToMany()) {
            return text + annotated(elements) + setter(attribute) + collection(attribute);
        }
        return toOne(attribute, annotation, text, elements, target.get(), isOwning);
    }

    private String toOne(JpaAttribute attribute, AnnotationExpr annotation, StringBuilder text, List<String> elements,
            JpaClass target, boolean isOwning) {
        boolean isNullable = !isOwning || JpaAnnotations.flag(annotation, "optional", true)
                && attribute.find("JoinColumn").map(each -> JpaAnnotations.flag(each, "nullable", true)).orElse(true)
                && !attribute.has("NotNull", "NonNull");
        if (isOwning) {
            foreignKey(attribute, target, isNullable).ifPresentOrElse(key -> {
                text.insert(0, key.declaration());
                elements.add("foreignKey = \"" + key.name() + "\"");
            }, () -> {});
        }
        if (isNullable) {
            source.imports().add("org.jspecify.annotations.Nullable");
        }
        return text + annotated(elements) + (isNullable ? "@Nullable\n" : "") + attribute.type().asString() + " "
                + attribute.getter() + "();\n";
    }

    /** A foreign key whose column name differs from the default of Rubedo. Immutable. */
    private record Key(String name, String declaration) {}

    private Optional<Key> foreignKey(JpaAttribute attribute, JpaClass target, boolean isNullable) {
        var join = attribute.find("JoinColumn");
        var column = join.map(each -> JpaAnnotations.text(each, "name")).orElse("");
        var referred = join.map(each -> JpaAnnotations.text(each, "referencedColumnName")).orElse("");
        var key = model.key(target);
        if (join.isPresent() && (!JpaAnnotations.flag(join.get(), "insertable", true)
                || !JpaAnnotations.flag(join.get(), "updatable", true))) {
            var same = of.attributes().stream().filter(each -> each.column().equals(column)).findFirst();
            if (same.isPresent()) {
                return Optional.of(new Key(same.get().name(), ""));
            }
        }
        if (key.isEmpty() || !referred.isEmpty() && !referred.equals(key.get().column())) {
            if (join.isPresent()) {
                note(attribute, "@JoinColumn",
                        "the foreign key is created with a default name, because \"" + target.name()
                                + "\" has no single key \"" + (referred.isEmpty() ? "id" : referred) + "\".");
            }
            return Optional.empty();
        }
        var usual = JpaAttribute.snake(attribute.name()) + "_" + key.get().column();
        if (column.isEmpty() || column.equals(usual)) {
            return Optional.empty();
        }
        var name = attribute.name() + key.get().name().substring(0, 1).toUpperCase(Locale.ROOT)
                + key.get().name().substring(1);
        if (of.attribute(name).isPresent()) {
            name = attribute.name() + "Key";
        }
        return Optional.of(new Key(name, keyDeclaration(target, key.get(), name, column, isNullable)));
    }

    /** Returns the declaration of an attribute for a foreign key. */
    String keyDeclaration(JpaClass target, JpaAttribute key, String name, String column, boolean isNullable) {
        var table = (target.schema().isEmpty() ? "" : target.schema() + ".") + model.root(target).table();
        var named = column.equals(JpaAttribute.snake(name)) ? ""
                : "@" + source.mapping("Column") + "(name = \"" + column + "\")\n";
        if (isNullable) {
            source.imports().add("org.jspecify.annotations.Nullable");
        }
        return "@" + source.mapping("ForeignKey") + "(\"" + table + "." + key.column() + "\")\n" + named
                + (isNullable ? "@Nullable\n" : "") + boxed(key) + " get"
                + name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1) + "();\n";
    }

    private static String boxed(JpaAttribute key) {
        return key.type().isPrimitiveType() ? key.type().asPrimitiveType().toBoxedType().asString()
                : key.type().asString();
    }

    private String manyToMany(JpaAttribute attribute, List<String> elements, JpaClass target, boolean isOwning) {
        var owning = isOwning ? Optional.of(attribute) : model.inverse(of, attribute);
        var table = owning.flatMap(each -> each.find("JoinTable"));
        var owner = isOwning ? of : target;
        var other = isOwning ? target : of;
        var name = table.map(each -> JpaAnnotations.text(each, "name")).filter(each -> !each.isEmpty())
                .orElseGet(() -> model.root(owner).table() + "_" + model.root(other).table());
        var columns = table.map(each -> columns(each, isOwning ? "joinColumns" : "inverseJoinColumns")).orElse("");
        var inverse = table.map(each -> columns(each, isOwning ? "inverseJoinColumns" : "joinColumns")).orElse("");
        var text = "";
        if (columns.isEmpty() && inverse.isEmpty()) {
            elements.add("joinTable = \"" + name + "\"");
        } else {
            text = "@" + source.mapping("JoinTable") + "(name = \"" + name + "\""
                    + (columns.isEmpty() ? "" : ", columns = " + columns)
                    + (inverse.isEmpty() ? "" : ", inverseColumns = " + inverse) + ")\n";
        }
        addOrder(attribute, elements, target);
        return annotated(elements) + text + setter(attribute) + collection(attribute);
    }

    private static String columns(AnnotationExpr table, String element) {
        var names = JpaAnnotations.list(table, element).stream().filter(AnnotationExpr.class::isInstance)
                .map(each -> "\"" + JpaAnnotations.text((AnnotationExpr) each, "name") + "\"").toList();
        return names.isEmpty() ? "" : names.size() == 1 ? names.get(0) : "{" + String.join(", ", names) + "}";
    }

    private void addOrder(JpaAttribute attribute, List<String> elements, JpaClass target) {
        if (attribute.has("OrderBy") && !attribute.type().asString().matches("(List|Collection)<.*")) {
            note(attribute, "@OrderBy", "dropped: only a List has an order.");
        }
        attribute.find("OrderBy").filter(order -> attribute.type().asString().matches("(List|Collection)<.*"))
                .ifPresent(order -> {
                    var terms = JpaAnnotations.text(order, "value").replaceAll("(?i)\\s+asc\\b", "")
                            .replaceAll("(?i)\\bdesc\\b",
                                    "desc")
                            .strip();
                    elements.add("orderBy = \""
                            + (terms.isEmpty() ? model.key(target).map(JpaAttribute::name).orElse("id") : terms)
                            + "\"");
                });
        attribute.find("MapKey").map(each -> JpaAnnotations.text(each, "name")).filter(each -> !each.isEmpty())
                .ifPresent(each -> elements.add("mapKey = \"" + each + "\""));
    }

    private String annotated(List<String> elements) {
        return "@" + source.mapping("Relationship")
                + (elements.isEmpty() ? "" : "(" + String.join(", ", elements) + ")") + "\n";
    }

    /** A collection has a setter only on request. */
    private String setter(JpaAttribute attribute) {
        boolean isAssigned = of.declaration().findAll(AssignExpr.class).stream()
                .map(each -> each.getTarget().toString())
                .anyMatch(each -> each.equals(attribute.name()) || each.equals("this." + attribute.name()));
        return attribute.hasSetter() || isAssigned
                ? "@" + source.mapping("Setter") + "(" + source.mapping("Access")
                        + (attribute.hasSetter() ? ".PUBLIC" : ".PROTECTED") + ")\n"
                : "";
    }

    private String collection(JpaAttribute attribute) {
        var type = attribute.type().asString().replaceFirst("^Collection<", "List<");
        if (!type.equals(attribute.type().asString())) {
            source.imports().add("java.util.List");
        }
        return type + " " + attribute.getter() + "();\n";
    }

    /** JPA cascades nothing unless told to; without an element, Rubedo cascades SAVE_UPDATE and MERGE. */
    private List<String> cascades(JpaAttribute attribute, AnnotationExpr annotation) {
        var given = JpaAnnotations.list(annotation, "cascade").stream().map(JpaAnnotations::constant).toList();
        boolean removesOrphans = JpaAnnotations.flag(annotation, "orphanRemoval", false);
        var names = new ArrayList<String>();
        if (given.contains("ALL")) {
            names.add(removesOrphans ? "ALL_DELETE_ORPHAN" : "ALL");
        } else {
            for (var each : given) {
                names.add(switch (each) {
                    case "PERSIST" -> "SAVE_UPDATE";
                    case "REMOVE" -> "DELETE";
                    case "REFRESH" -> "REFRESH_EXPIRE";
                    default -> each;
                });
            }
            if (removesOrphans) {
                names.add("DELETE");
                names.add("DELETE_ORPHAN");
            }
        }
        var distinct = names.stream().distinct().map(each -> source.mapping("Cascade") + "." + each).toList();
        var loading = JpaAnnotations.element(annotation, "fetch").map(JpaAnnotations::constant)
                .filter("EAGER"::equals).map(eager -> "loading = " + source.mapping("Loading")
                        + (attribute.isToMany() ? ".SELECT_IN" : ".JOINED"));
        var elements = new ArrayList<String>();
        elements.add("cascade = " + (distinct.size() == 1 ? distinct.get(0) : "{" + String.join(", ", distinct) + "}"));
        loading.ifPresent(elements::add);
        if (removesOrphans && !attribute.has("OneToMany")
                && JpaAnnotations.text(annotation, "mappedBy").isEmpty()) {
            elements.add("singleParent = true");
        }
        return elements;
    }
}
