package dev.rubedo.cli.jpa;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes the attributes of one class as methods of its interface {@code Mapped}. Confined to one thread at a time. */
final class MappedSource {
    private static final Map<String, String> TIMES = Map.of("ZonedDateTime", "OffsetDateTime", "Date", "LocalDateTime",
            "Calendar", "LocalDateTime",
            "Timestamp", "LocalDateTime", "java.util.Date", "LocalDateTime", "java.sql.Timestamp", "LocalDateTime",
            "java.sql.Date", "LocalDate");
    private static final Set<String> UNSTORABLE = Set.of("Locale", "Currency", "URL", "URI", "TimeZone", "ZoneId",
            "Character",
            "char", "byte", "Byte", "Byte[]", "char[]", "Object", "Serializable", "Blob", "Clob", "BigInteger", "Class",
            "Year", "YearMonth", "Period", "InetAddress", "Point", "Geometry");
    private static final Set<String> INTEGERS = Set.of("Long", "Integer", "Short", "long", "int", "short");
    /** The supported annotations; every other annotation of JPA and its providers is reported. */
    private static final Set<String> UNDERSTOOD = Set.of("Id", "GeneratedValue", "Column", "Basic", "Lob", "Version",
            "Enumerated", "Temporal", "Embedded", "AttributeOverrides", "AttributeOverride", "CreationTimestamp",
            "UpdateTimestamp", "CreatedDate", "LastModifiedDate", "ManyToOne", "OneToOne", "OneToMany", "ManyToMany",
            "JoinColumn", "JoinTable", "OrderBy", "MapKey", "Getter", "Setter", "Transient");
    private static final Set<String> PROVIDERS = Set.of("javax.persistence", "jakarta.persistence", "org.hibernate",
            "org.springframework.data", "lombok", "org.eclipse.persistence");

    /** The names that a star import of JPA or Hibernate stands for. */
    private static final Set<String> OF_STARS = Set.of("SequenceGenerator", "TableGenerator", "GenericGenerator",
            "UuidGenerator", "ElementCollection", "CollectionTable", "Convert", "Converts", "OrderColumn",
            "MapKeyColumn",
            "MapKeyJoinColumn", "MapKeyEnumerated", "MapKeyTemporal", "MapKeyClass", "JoinColumns", "MapsId",
            "PrimaryKeyJoinColumn", "AssociationOverride", "AssociationOverrides", "Access", "Cache", "Type", "Formula",
            "Fetch", "BatchSize", "NaturalId", "Where", "SQLRestriction", "Cascade", "LazyCollection", "JdbcTypeCode",
            "ColumnDefault", "Generated", "CacheConcurrencyStrategy");

    private final JpaModel model;
    private final JpaClass of;
    private final Set<String> imports = new TreeSet<>();

    MappedSource(JpaModel model, JpaClass of) {
        this.model = model;
        this.of = of;
    }

    /** Returns the qualified names that the source imports. */
    Set<String> imports() {
        return imports;
    }

    /** Imports a class of the mapping and returns its simple name. */
    String mapping(String name) {
        imports.add("dev.rubedo.mapping." + name.replaceFirst("\\..*", ""));
        return name;
    }

    private void note(JpaAttribute attribute, String annotation, String message) {
        model.note(of, attribute.line(), annotation, "\"" + of.name() + "." + attribute.name() + "\": " + message);
    }

    /** Returns the declaration of an attribute; empty if it cannot be converted. */
    String declaration(JpaAttribute attribute) {
        if (attribute.has("ElementCollection")) {
            note(attribute, "@ElementCollection",
                    "left out. Write an entity for its table, with a relationship, or store "
                            + "the values as a document with @Json.");
            return "";
        }
        for (var annotation : attribute.annotations()) {
            var name = annotation.getName().getIdentifier();
            if (!UNDERSTOOD.contains(name) && isOfProvider(annotation)) {
                note(attribute, "@" + name, "dropped" + hint(name) + ".");
            }
        }
        if (attribute.isRelationship()) {
            return new RelationshipSource(model, of, this).declaration(attribute);
        }
        return plain(attribute);
    }

    private static String hint(String name) {
        return switch (name) {
            case "Convert", "Type", "JdbcTypeCode", "JdbcType" ->
                ". Write a CustomType and name it with @Type, or use @Json for a document";
            case "Formula" -> ". Write a static method with @Formula that returns an expression";
            case "SequenceGenerator", "TableGenerator", "GenericGenerator", "UuidGenerator" ->
                ". The database generates integer keys (identity); use @Default for other keys";
            case "BatchSize", "Fetch", "LazyCollection" ->
                ". Related objects are loaded in batches; see @Relationship(loading)";
            case "Where", "SQLRestriction", "Filter" -> ". Write a static method with @JoinCondition or @Criteria";
            case "Cache" -> ". rubedo-cache caches the rows of queries";
            case "OrderColumn" -> ". Add an attribute for the position to the target entity, and @Numbered to this one";
            case "MapKeyColumn", "MapKeyJoinColumn", "MapKeyEnumerated" ->
                ". Set mapKey to the attribute that is the key of the map";
            default -> "";
        };
    }

    private boolean isOfProvider(AnnotationExpr annotation) {
        var name = annotation.getNameAsString();
        return PROVIDERS.stream().anyMatch(name::startsWith) || of.imports().stream().anyMatch(
                line -> line.endsWith("." + name) && PROVIDERS.stream().anyMatch(line::startsWith))
                || OF_STARS.contains(name) && of.imports().stream().noneMatch(line -> line.endsWith("." + name));
    }

    /** Returns the annotations that are not those of JPA, unchanged. */
    String foreign(JpaAttribute attribute) {
        var text = new StringBuilder();
        for (var annotation : attribute.annotations()) {
            var name = annotation.getName().getIdentifier();
            if (!UNDERSTOOD.contains(name) && !isOfProvider(annotation) && !JpaAnnotations.isOfJava(annotation)
                    && !name.equals("Nullable") && !name.equals("NonNull")) {
                text.append(annotation).append('\n');
            }
        }
        return text.toString();
    }

    private String plain(JpaAttribute attribute) {
        var text = new StringBuilder(foreign(attribute));
        var type = type(attribute);
        if (attribute.has("Embedded") || model.find(of, type).filter(each -> each.kind() == JpaClass.Kind.EMBEDDABLE)
                .isPresent()) {
            if (model.find(of, type).filter(each -> model.obstacle(each).isEmpty()).isEmpty()) {
                note(attribute, "@Embedded", "left out, because \"" + type + "\" was not converted.");
                return "";
            }
            return embedded(attribute, type, text);
        }
        if (UNSTORABLE.contains(type.replaceFirst("^java\\.\\w+\\.", "")) || attribute.isCollection()) {
            note(attribute, "type", "left out: no column type holds a " + type
                    + ". Write a CustomType and name it with @Type, or use @Json.");
            return "";
        }
        boolean isKey = attribute.has("Id");
        if (isKey) {
            text.append(key(attribute, type));
        }
        if (attribute.has("Version")) {
            text.append('@').append(mapping("Version")).append('\n');
        }
        text.append(column(attribute, type)).append(values(attribute));
        if (isNullable(attribute) && !isKey && !attribute.has("Version")) {
            imports.add("org.jspecify.annotations.Nullable");
            boolean isPlain = !type.endsWith("[]") && !type.matches("([a-z]\\w*\\.)+[A-Z].*");
            text.append(isPlain ? "@Nullable\n" : "");
            type = type.endsWith("[]") ? type.replace("[]", " @Nullable []")
                    : isPlain ? type : type.replaceFirst("\\.([A-Z])", ".@Nullable $1");
        }
        return text + type + " " + attribute.getter() + "();\n";
    }

    private String embedded(JpaAttribute attribute, String type, StringBuilder text) {
        var names = new java.util.LinkedHashMap<String, String>();
        model.find(of, type).ifPresent(target -> target.attributes()
                .forEach(part -> names.put(part.name(), part.column())));
        var overrides = attribute.find("AttributeOverrides").map(all -> JpaAnnotations.list(all, "value"))
                .orElseGet(() -> attribute.find("AttributeOverride").<java.util.List<Expression>>map(java.util.List::of)
                        .orElse(java.util.List.of()));
        for (var each : overrides) {
            if (each instanceof AnnotationExpr override) {
                var column = JpaAnnotations.element(override, "column").filter(AnnotationExpr.class::isInstance)
                        .map(value -> JpaAnnotations.text((AnnotationExpr) value, "name")).orElse("");
                if (!column.isEmpty()) {
                    names.replace(JpaAnnotations.text(override, "name"), column);
                }
            }
        }
        var columns = String.join(", ", names.values().stream().map(name -> "\"" + name + "\"").toList());
        text.append('@').append(mapping("Embedded")).append("(columns = {").append(columns).append("})\n");
        imports.add("org.jspecify.annotations.Nullable");
        return text + "@Nullable\n" + type + " " + attribute.getter() + "();\n";
    }

    private String key(JpaAttribute attribute, String type) {
        boolean isGenerated = attribute.has("GeneratedValue");
        var id = "@" + mapping("Id");
        if (INTEGERS.contains(type)) {
            if (isGenerated && model.keys(of).size() == 1) {
                attribute.find("GeneratedValue").flatMap(each -> JpaAnnotations.element(each, "strategy"))
                        .map(JpaAnnotations::constant).filter(Set.of("SEQUENCE", "TABLE")::contains)
                        .ifPresent(strategy -> note(attribute, "@GeneratedValue(" + strategy + ")",
                                "the entity expects an identity column, but the existing key comes from a "
                                        + strategy.toLowerCase(Locale.ROOT)
                                        + ". Migrate the column, starting after the "
                                        + "largest key."));
                return id + setter(attribute) + "\n";
            }
            return model.keys(of).size() > 1 ? id + "\n" : id + "(assigned = true)\n";
        }
        if (isGenerated && type.equals("UUID")) {
            return id + "\n@" + mapping("Default") + "(from = UUID.class, method = \"randomUUID\")\n";
        }
        if (isGenerated) {
            note(attribute, "@GeneratedValue", "dropped: a key of type " + type
                    + " must be assigned by the program, or by a method specified with @Default.");
        }
        return id + "\n";
    }

    private String setter(JpaAttribute attribute) {
        return attribute.hasSetter() ? "\n@" + mapping("Setter") + "(" + mapping("Access") + ".PUBLIC)" : "";
    }

    /** Returns whether the attribute gets a different type. */
    static boolean isChanged(JpaAttribute attribute) {
        return TIMES.containsKey(attribute.type().asString());
    }

    private String type(JpaAttribute attribute) {
        var type = attribute.type().asString();
        var time = TIMES.get(type);
        if (time == null) {
            return type.startsWith("java.lang.") ? type.substring(10) : type;
        }
        var precision = attribute.find("Temporal").flatMap(each -> JpaAnnotations.element(each, "value"))
                .map(JpaAnnotations::constant).orElse("TIMESTAMP");
        var chosen = precision.equals("DATE") ? "LocalDate" : precision.equals("TIME") ? "LocalTime" : time;
        imports.add("java.time." + chosen);
        note(attribute, "@Temporal", "its type is " + chosen + " instead of " + type + ".");
        return chosen;
    }

    private String column(JpaAttribute attribute, String type) {
        var elements = new java.util.ArrayList<String>();
        var column = attribute.find("Column");
        column.ifPresent(given -> {
            var name = JpaAnnotations.text(given, "name");
            if (!name.isEmpty() && !name.equals(JpaAttribute.snake(attribute.name()))) {
                elements.add("name = \"" + name + "\"");
            }
            for (var size : java.util.List.of("length", "precision", "scale")) {
                boolean fits = size.equals("length") ? type.equals("String") && !attribute.has("Lob")
                        : type.equals("BigDecimal");
                JpaAnnotations.element(given, size).filter(value -> fits)
                        .ifPresent(value -> elements.add(size + " = " + value));
            }
            if (JpaAnnotations.flag(given, "unique", false)) {
                elements.add("unique = true");
            }
            if (!JpaAnnotations.text(given, "columnDefinition").isEmpty()) {
                note(attribute, "@Column(columnDefinition)", "dropped: \""
                        + JpaAnnotations.text(given, "columnDefinition")
                        + "\". Use length, precision, @Type or @ServerDefault.");
            }
            if (!JpaAnnotations.flag(given, "insertable", true) || !JpaAnnotations.flag(given, "updatable", true)) {
                note(attribute, "@Column(insertable, updatable)", "dropped. @Setter(Access.NONE) forbids changes, "
                        + "@ServerGenerated leaves the value to the database.");
            }
        });
        if (attribute.has("Lob") && type.equals("String")) {
            elements.add("length = " + mapping("Column") + ".UNLIMITED");
        }
        var deferred = attribute.find("Basic").flatMap(basic -> JpaAnnotations.element(basic, "fetch"))
                .map(JpaAnnotations::constant).filter("LAZY"::equals).isPresent()
                        ? "@" + mapping("Deferred") + "\n" : "";
        return deferred + (elements.isEmpty() ? ""
                : "@" + mapping("Column") + "(" + String.join(", ", elements) + ")\n");
    }

    /** Returns annotations for values that the program does not set. */
    private String values(JpaAttribute attribute) {
        // without the annotation, JPA stores an enumeration as if it said ORDINAL
        if (attribute.has("Enumerated") || model.isEnumeration(attribute.type().asString())) {
            var enumerated = attribute.find("Enumerated").flatMap(each -> JpaAnnotations.element(each, "value"))
                    .map(JpaAnnotations::constant).orElse("ORDINAL");
            if (enumerated.equals("ORDINAL") && !attribute.has("Convert", "Type", "JdbcTypeCode")) {
                note(attribute, "@Enumerated(ORDINAL)",
                        "the entity stores the name of the constant, but the existing column contains its ordinal. "
                                + "Migrate the column, or write a CustomType and name it with @Type.");
            }
        }
        var text = new StringBuilder();
        boolean isCreated = attribute.has("CreationTimestamp", "CreatedDate");
        if (isCreated || attribute.has("UpdateTimestamp", "LastModifiedDate")) {
            var now = "(from = " + type(attribute) + ".class, method = \"now\")\n";
            text.append('@').append(mapping("Default")).append(now);
            text.append(isCreated ? "" : "@" + mapping("OnUpdate") + now);
            return text.toString();
        }
        var initial = attribute.initial();
        if (initial == null || initial instanceof NullLiteralExpr || attribute.has("Id", "Version")) {
            return "";
        }
        var literal = InitialValue.of(initial, attribute.type().asString());
        if (literal == null) {
            if (!(initial instanceof ObjectCreationExpr)) {
                note(attribute, "initial value", "\"" + initial + "\" was dropped. Set it in the constructors.");
            }
            return "";
        }
        if (isZero(literal)) {
            return "";
        }
        note(attribute, "initial value", "\"" + literal + "\" is set by the flush (@Default), not by the constructor.");
        return "@" + mapping("Default") + "(\"" + InitialValue.quoted(literal) + "\")\n";
    }

    private static boolean isZero(String literal) {
        return literal.equals("false") || literal.matches("0+(\\.0+)?");
    }

    /** Columns in JPA are nullable unless declared otherwise. */
    static boolean isNullable(JpaAttribute attribute) {
        return !attribute.type().isPrimitiveType() && !attribute.has("NotNull", "NotBlank", "NotEmpty", "NonNull")
                && attribute.find("Column").map(column -> JpaAnnotations.flag(column, "nullable", true)).orElse(true)
                && attribute.find("Basic").map(basic -> JpaAnnotations.flag(basic, "optional", true)).orElse(true);
    }
}
