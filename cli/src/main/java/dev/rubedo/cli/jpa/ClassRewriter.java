package dev.rubedo.cli.jpa;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ast.Modifier;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Transforms the tree of a persistent class into that of an entity, a mixin or a record. Confined to one thread at a
 * time.
 */
final class ClassRewriter {
    private static final Set<String> CALLBACKS = Set.of("PrePersist", "PostPersist", "PreUpdate", "PostUpdate",
            "PreRemove", "PostRemove", "PostLoad");
    private static final Set<String> SILENT = Set.of("Entity", "Table", "MappedSuperclass", "Embeddable", "Access",
            "Inheritance", "DiscriminatorColumn", "DiscriminatorValue", "Getter", "Setter", "Data", "NoArgsConstructor",
            "DynamicUpdate", "DynamicInsert", "PrimaryKeyJoinColumn");
    private static final Set<String> FOREIGN = Set.of("NamedQuery", "NamedQueries", "NamedNativeQuery",
            "NamedNativeQueries", "NamedEntityGraph", "NamedEntityGraphs", "SqlResultSetMapping", "EntityListeners",
            "SecondaryTable", "IdClass", "AttributeOverride", "AttributeOverrides", "AssociationOverrides",
            "SequenceGenerator", "TableGenerator", "Cacheable", "Cache", "Where", "SQLDelete", "SQLRestriction",
            "Immutable",
            "FilterDef", "Filter", "TypeDef", "TypeDefs", "EqualsAndHashCode", "ToString", "Builder", "SuperBuilder",
            "AllArgsConstructor", "RequiredArgsConstructor", "Value", "Accessors", "BatchSize", "Proxy",
            "GenericGenerator",
            "NaturalIdCache", "OptimisticLocking", "Converter");

    private final JpaModel model;
    private final JpaClass of;
    private final JavaParser parser;
    private final MappedSource source;
    private final ClassOrInterfaceDeclaration type;
    private final Map<String, JpaAttribute> attributes = new LinkedHashMap<>();

    ClassRewriter(JpaModel model, JpaClass of, JavaParser parser) {
        this.model = model;
        this.of = of;
        this.parser = parser;
        this.source = new MappedSource(model, of);
        this.type = of.declaration();
        of.attributes().forEach(each -> attributes.put(each.name(), each));
    }

    void rewrite() {
        var declarations = declarations();
        var classAnnotations = classAnnotations();
        removeMembers();
        switch (of.kind()) {
            case ENTITY -> entity(declarations, classAnnotations);
            case MAPPED_SUPERCLASS, STATELESS -> mixin(declarations);
            case EMBEDDABLE -> throw new IllegalStateException("records are written by EmbeddedRecord");
        }
        imports();
    }

    private void note(Node at, String annotation, String message) {
        model.note(of, JpaClass.line(at), annotation, "\"" + of.name() + "\": " + message);
    }

    private List<String> declarations() {
        var declarations = new ArrayList<String>();
        for (var attribute : of.attributes()) {
            var text = source.declaration(attribute);
            if (text.isEmpty()) {
                attributes.remove(attribute.name());
            } else {
                declarations.add(text);
            }
        }
        declarations.addAll(foreignKeysOfOthers());
        return declarations;
    }

    /** A one-to-many relationship with a join column whose foreign key is in this class. */
    private List<String> foreignKeysOfOthers() {
        var keys = new ArrayList<String>();
        for (var owner : model.all()) {
            for (var attribute : owner.attributes()) {
                var join = attribute.find("JoinColumn");
                if (owner.isEntity() && attribute.has("OneToMany") && join.isPresent()
                        && model.find(owner, attribute.target()).filter(of::equals).isPresent()) {
                    var column = JpaAnnotations.text(join.get(), "name");
                    boolean isThere = of.attributes().stream()
                            .anyMatch(each -> each.find("JoinColumn").map(mine -> JpaAnnotations.text(mine, "name"))
                                    .filter(column::equals).isPresent() || each.column().equals(column));
                    if (!column.isEmpty() && !isThere && model.key(owner).isPresent()) {
                        keys.add(new RelationshipSource(model, of, source).keyDeclaration(owner, model.key(owner).get(),
                                camel(column), column, JpaAnnotations.flag(join.get(), "nullable", true)));
                    }
                }
            }
        }
        return keys;
    }

    private static String camel(String column) {
        var parts = column.toLowerCase(Locale.ROOT).split("_");
        var text = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            text.append(parts[i].substring(0, 1).toUpperCase(Locale.ROOT)).append(parts[i].substring(1));
        }
        return text.toString();
    }

    /** Returns the converted annotations of the class, and reports those that have no equivalent. */
    private List<String> classAnnotations() {
        var kept = new ArrayList<String>();
        if (of.isEntity()) {
            boolean isSub = model.superclass(of).filter(JpaClass::isEntity).isPresent();
            var strategy = model.root(of).find("Inheritance").flatMap(each -> JpaAnnotations.element(each, "strategy"))
                    .map(JpaAnnotations::constant).orElse("SINGLE_TABLE");
            boolean hasTable = !isSub || !strategy.equals("SINGLE_TABLE");
            var schema = of.schema();
            kept.add("@" + source.mapping("Entity") + (hasTable ? "(table = \"" + of.table() + "\""
                    + (schema.isEmpty() ? "" : ", schema = \"" + schema + "\"") + ")" : ""));
            if (isSub || model.hasSubclasses(of)) {
                kept.add(polymorphic(isSub, strategy));
            }
            of.find("Table").ifPresent(table -> kept.addAll(constraints(table)));
        }
        for (var annotation : new ArrayList<>(type.getAnnotations())) {
            var name = annotation.getName().getIdentifier();
            if (SILENT.contains(name)) {
                annotation.remove();
            } else if (FOREIGN.contains(name)) {
                note(annotation, "@" + name, "dropped" + hint(name) + ".");
                annotation.remove();
            }
        }
        return kept;
    }

    private static String hint(String name) {
        return switch (name) {
            case "NamedQuery", "NamedQueries", "NamedNativeQuery", "NamedNativeQueries" ->
                ". Write queries as methods that return select(...)";
            case "EntityListeners" -> ". Register an EntityListener with the session factory";
            case "IdClass" -> ". Mark each attribute of a composite key with @Id; Session.get takes their values";
            case "NamedEntityGraph", "NamedEntityGraphs" -> ". Use query options to choose what to load";
            case "SQLDelete", "Where", "SQLRestriction", "Filter" ->
                ". Implement soft deletion as a static method with @Criteria";
            case "Builder", "SuperBuilder", "AllArgsConstructor", "RequiredArgsConstructor" ->
                ". Write constructors that call the setters";
            case "EqualsAndHashCode" -> ". In a session, one row is one object, so comparing identities is enough";
            default -> "";
        };
    }

    private String polymorphic(boolean isSub, String strategy) {
        var identity = of.find("DiscriminatorValue").map(each -> JpaAnnotations.text(each, "value"))
                .filter(each -> !each.isEmpty()).orElse(of.name());
        if (strategy.equals("TABLE_PER_CLASS")) {
            return "@" + source.mapping("Polymorphic") + "(concrete = true, identity = \"" + identity + "\")";
        }
        var on = of.find("DiscriminatorColumn").map(each -> JpaAnnotations.text(each, "name"))
                .filter(each -> !each.isEmpty()).orElse("dtype");
        return "@" + source.mapping("Polymorphic") + "(" + (isSub ? "" : "on = \"" + camel(on) + "\", ")
                + "identity = \""
                + identity + "\")";
    }

    private List<String> constraints(AnnotationExpr table) {
        var found = new ArrayList<String>();
        for (var each : JpaAnnotations.list(table, "uniqueConstraints")) {
            if (each instanceof AnnotationExpr unique) {
                var columns = JpaAnnotations.list(unique, "columnNames").stream().map(ClassRewriter::unquoted).toList();
                constraint("Unique", unique, columns, found);
            }
        }
        for (var each : JpaAnnotations.list(table, "indexes")) {
            if (each instanceof AnnotationExpr index) {
                constraint("Index", index, List.of(JpaAnnotations.text(index, "columnList").split("\\s*,\\s*")), found);
            }
        }
        return found;
    }

    private static String unquoted(Expression text) {
        return text.toString().replace("\"", "");
    }

    private void constraint(String kind, AnnotationExpr given, List<String> columns, List<String> found) {
        var names = new ArrayList<String>();
        for (var column : columns) {
            var bare = column.strip().replaceAll("(?i)\\s+(asc|desc)$", "");
            model.attributes(of).stream()
                    .filter(each -> each.isRelationship()
                            ? each.find("JoinColumn").map(join -> JpaAnnotations.text(join, "name"))
                                    .orElse(JpaAttribute.snake(each.name()) + "_id").equalsIgnoreCase(bare)
                            : each.column().equalsIgnoreCase(bare) || each.name().equals(bare))
                    .findFirst().filter(each -> !each.isRelationship()).ifPresent(each -> names.add(each.name()));
        }
        if (names.size() != columns.size()) {
            note(given, "@Table",
                    "an index or constraint on " + columns
                            + " was dropped, because not all of these columns are attributes.");
            return;
        }
        var name = JpaAnnotations.text(given, "name");
        found.add("@" + source.mapping(kind) + "(" + (name.isEmpty() ? "" : "name = \"" + name + "\", ") + "on = {"
                + String.join(", ", names.stream().map(each -> "\"" + each + "\"").toList()) + "}"
                + (kind.equals("Index") && JpaAnnotations.flag(given, "unique", false) ? ", unique = true" : "") + ")");
    }

    /** Removes the members that are generated, and replaces the uses of fields in those that remain. */
    private void removeMembers() {
        for (var field : new ArrayList<>(type.getFields())) {
            removeField(field);
        }
        for (var method : new ArrayList<>(type.getMethods())) {
            if (isTrivialGetter(method) || isTrivialSetter(method)) {
                method.remove();
            } else {
                cleanMethod(method);
            }
        }
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof MethodDeclaration || member instanceof ConstructorDeclaration
                    || member instanceof InitializerDeclaration) {
                var overridden = member instanceof MethodDeclaration method ? method.getNameAsString() : null;
                new FieldUses(attributes, this::other, overridden,
                        (at, text) -> note(at, "field", text + " was left as it is: call the setter."))
                        .replaceIn(member);
            }
        }
    }

    private Optional<JpaAttribute> other(String className, String attribute) {
        return model.find(of, className).filter(each -> model.obstacle(each).isEmpty())
                .filter(each -> each.kind() != JpaClass.Kind.EMBEDDABLE)
                .flatMap(each -> each.equals(of) ? Optional.ofNullable(attributes.get(attribute))
                        : model.attributes(each).stream().filter(one -> one.name().equals(attribute)).findFirst());
    }

    private void removeField(FieldDeclaration field) {
        for (var variable : new ArrayList<>(field.getVariables())) {
            if (attributes.containsKey(variable.getNameAsString())) {
                variable.remove();
            }
        }
        if (field.getVariables().isEmpty()) {
            field.remove();
        } else {
            field.getAnnotations()
                    .removeIf(each -> Set.of("Transient", "ElementCollection", "Column", "CollectionTable",
                            "OneToMany", "ManyToOne", "ManyToMany", "OneToOne", "JoinColumn", "JoinTable",
                            "MapKeyColumn", "OrderBy",
                            "Enumerated", "Cascade", "Fetch", "JoinColumns", "MapKeyJoinColumn", "Convert",
                            "OrderColumn", "MapKey",
                            "MapKeyEnumerated", "LazyCollection", "Embedded", "Lob", "Temporal", "Type", "Basic",
                            "Valid", "Where", "BatchSize", "AttributeOverride", "Getter", "Setter",
                            "Builder.Default").contains(each.getNameAsString()));
        }
    }

    private void cleanMethod(MethodDeclaration method) {
        for (var annotation : new ArrayList<>(method.getAnnotations())) {
            var name = annotation.getName().getIdentifier();
            if (CALLBACKS.contains(name)) {
                note(method, "@" + name,
                        "\"" + method.getNameAsString() + "()\" is no longer called. Use @Default and "
                                + "@OnUpdate, or an EntityListener.");
                annotation.remove();
            } else if (name.equals("Transient")) {
                annotation.remove();
            }
        }
        var attribute = attributes.values().stream()
                .filter(each -> each.setter().equals(method.getNameAsString()) && method.getParameters().size() == 1
                        || each.getter().equals(method.getNameAsString()) && method.getParameters().isEmpty())
                .findFirst();
        if (attribute.isPresent()) {
            boolean isSetter = method.getParameters().size() == 1;
            boolean fits = isSetter ? method.getType().isVoidType()
                    : method.getType().asString().equals(attribute.get().type().asString());
            if (of.kind() == JpaClass.Kind.MAPPED_SUPERCLASS || !fits || MappedSource.isChanged(attribute.get())) {
                note(method, "accessor",
                        "\"" + method.getNameAsString() + "\" does more than the generated accessor and was "
                                + "dropped. Use @Validates, or a method with another name.");
                method.remove();
            } else {
                note(method, "accessor", "\"" + method.getNameAsString() + "\" overrides the generated accessor.");
                method.setModifier(Modifier.Keyword.PUBLIC, true);
            }
        }
    }

    private boolean isTrivialGetter(MethodDeclaration method) {
        if (!method.getParameters().isEmpty() || method.isStatic()
                || !method.getNameAsString().matches("(get|is)[A-Z].*")) {
            return false;
        }
        if (method.isAbstract()) {
            return of.kind() == JpaClass.Kind.MAPPED_SUPERCLASS;
        }
        var name = JpaClass.property(method);
        return attributes.containsKey(name) && isOnly(method, statement -> statement instanceof ReturnStmt returned
                && returned.getExpression().filter(value -> isField(value, name)).isPresent());
    }

    private boolean isTrivialSetter(MethodDeclaration method) {
        if (method.getParameters().size() != 1 || !method.getNameAsString().matches("set[A-Z].*")) {
            return false;
        }
        if (method.isAbstract()) {
            return of.kind() == JpaClass.Kind.MAPPED_SUPERCLASS;
        }
        var name = method.getNameAsString().substring(3, 4).toLowerCase(Locale.ROOT)
                + method.getNameAsString().substring(4);
        return attributes.containsKey(name) && method.getType().isVoidType()
                && isOnly(method, statement -> statement instanceof ExpressionStmt expression
                        && expression.getExpression() instanceof AssignExpr assignment
                        && isField(assignment.getTarget(), name) && assignment.getValue().toString()
                                .equals(method.getParameter(0).getNameAsString()));
    }

    private static boolean isOnly(MethodDeclaration method, Predicate<Statement> test) {
        return method.getBody().map(body -> body.getStatements().size() == 1 && test.test(body.getStatement(0)))
                .orElse(false);
    }

    private static boolean isField(Expression value, String name) {
        return value.toString().equals(name) || value.toString().equals("this." + name);
    }

    private void entity(List<String> declarations, List<String> classAnnotations) {
        boolean isRoot = model.hasSubclasses(of);
        var parent = model.superclass(of);
        boolean isStateless = parent.filter(each -> each.kind() == JpaClass.Kind.STATELESS).isPresent();
        var bases = parent.filter(each -> !isStateless)
                .map(each -> each.isEntity() ? each.name() + ".Mapped" : each.name())
                .orElse("");
        if (isStateless) {
            type.getImplementedTypes().addFirst(type.getExtendedTypes(0).clone());
        }
        var text = (isRoot ? "protected " : "") + "interface Mapped" + (bases.isEmpty() ? "" : " extends " + bases)
                + " {\n"
                + String.join("\n", declarations) + "}";
        type.getMembers().addFirst(parsed(text));
        for (var above : model.family(of)) {
            if (above.kind() == JpaClass.Kind.MAPPED_SUPERCLASS) {
                above.interfaces().stream().filter(each -> !isOfJava(each)
                        && !each.getNameAsString().equals("Comparable") && !type.getImplementedTypes().contains(each))
                        .forEach(each -> {
                            type.addImplementedType(each.clone());
                            of.unit().addImport(above.imported(each.getNameAsString()));
                        });
            }
        }
        if (!type.getConstructors().isEmpty() && type.getDefaultConstructor().isEmpty()) {
            type.addConstructor(Modifier.Keyword.PROTECTED);
        }
        type.setExtendedTypes(new NodeList<>(new ClassOrInterfaceType(null, of.name() + "Base")));
        if (!isRoot) {
            type.setModifier(Modifier.Keyword.ABSTRACT, false);
            type.setModifier(Modifier.Keyword.FINAL, true);
        }
        int at = 0;
        for (var annotation : classAnnotations) {
            type.getAnnotations().add(at++, parser.parseAnnotation(annotation).getResult().orElseThrow());
        }
    }

    /** An interface without methods, which a mixin may extend. */
    private static boolean isOfJava(ClassOrInterfaceType type) {
        return Set.of("Serializable", "Cloneable").contains(type.getNameAsString());
    }

    private void withoutTypeParameters() {
        of.interfaces().stream().filter(each -> each.getNameAsString().equals("Comparable"))
                .forEach(each -> note(each, "interface", "\"" + each
                        + "\" was dropped: a mixin only declares attributes. Let the entities implement it."));
        var names = type.getTypeParameters().stream().map(each -> each.getNameAsString()).toList();
        for (var method : new ArrayList<>(type.getMethods())) {
            if (method.findAll(ClassOrInterfaceType.class).stream()
                    .anyMatch(each -> names.contains(each.getNameAsString()))) {
                if (method.getBody().isPresent()) {
                    note(method, "method",
                            "\"" + method.getNameAsString() + "\" was dropped: it uses a type parameter.");
                }
                method.remove();
            }
        }
        type.setTypeParameters(new NodeList<>());
    }

    /** Removes methods that use fields which an interface cannot have. */
    private void removeUsersOf(Set<String> fields) {
        for (var method : new ArrayList<>(type.getMethods())) {
            boolean isUser = method.findAll(NameExpr.class).stream()
                    .anyMatch(each -> fields.contains(each.getNameAsString()))
                    || method.findAll(FieldAccessExpr.class).stream()
                            .anyMatch(each -> fields.contains(each.getNameAsString()));
            boolean isSetting = method.findAll(MethodCallExpr.class).stream().anyMatch(call -> call.getScope().isEmpty()
                    && attributes.values().stream().anyMatch(each -> each.setter().equals(call.getNameAsString())));
            if (isUser || isSetting) {
                note(method, "method", "\"" + method.getNameAsString() + "\" was dropped, because it "
                        + (isUser ? "uses a dropped field." : "sets attributes: a mixin has no setters."));
                method.remove();
            }
        }
    }

    private void mixin(List<String> declarations) {
        type.setInterface(true);
        type.setModifiers(type.getModifiers().stream().filter(each -> each.getKeyword() == Modifier.Keyword.PUBLIC)
                .collect(NodeList.toNodeList()));
        var bases = new NodeList<ClassOrInterfaceType>();
        boolean isTyped = model.superclass(of).filter(each -> each.kind() == JpaClass.Kind.STATELESS).isPresent();
        type.getExtendedTypes().forEach(each -> bases.add(isTyped ? each.clone()
                : new ClassOrInterfaceType(null, each.getNameAsString())));
        of.interfaces().stream().filter(each -> of.kind() == JpaClass.Kind.STATELESS || isOfJava(each))
                .forEach(each -> bases.add(each.clone()));
        type.setImplementedTypes(new NodeList<>());
        type.setExtendedTypes(bases);
        if (of.kind() == JpaClass.Kind.MAPPED_SUPERCLASS) {
            withoutTypeParameters();
        }
        var dropped = new HashSet<String>();
        for (BodyDeclaration<?> member : new ArrayList<>(type.getMembers())) {
            if (member instanceof MethodDeclaration method && method.getModifiers().stream()
                    .noneMatch(each -> each.getKeyword() == Modifier.Keyword.STATIC)) {
                boolean isAccessor = of.kind() == JpaClass.Kind.STATELESS && method.getBody().isEmpty();
                if (isAccessor) {
                    method.setModifiers();
                } else if (Set.of("equals", "hashCode", "toString").contains(method.getNameAsString())
                        || method.getBody().isEmpty()) {
                    note(method, "method", "\"" + method.getNameAsString()
                            + "\" was dropped: the class is now an interface.");
                    method.remove();
                } else if (method.getModifiers().stream()
                        .anyMatch(each -> each.getKeyword() == Modifier.Keyword.PRIVATE)) {
                    method.setModifiers(Modifier.Keyword.PRIVATE);
                } else {
                    method.setModifiers(Modifier.Keyword.DEFAULT);
                    method.getAnnotationByName("Override").ifPresent(AnnotationExpr::remove);
                }
            } else if (member instanceof FieldDeclaration field) {
                if (field.getModifiers().stream().noneMatch(each -> each.getKeyword() == Modifier.Keyword.STATIC)) {
                    note(field, "field", "\"" + field + "\" was dropped: an interface has no fields.");
                    field.getVariables().forEach(each -> dropped.add(each.getNameAsString()));
                    field.remove();
                } else {
                    field.setModifiers();
                }
            } else if (member instanceof ConstructorDeclaration || member instanceof InitializerDeclaration) {
                member.remove();
            }
        }
        removeUsersOf(dropped);
        int at = 0;
        for (var declaration : declarations) {
            for (var method : parsed("interface Mapped {\n" + declaration + "}").getMembers()) {
                type.getMembers().add(at++, method);
            }
        }
    }

    private ClassOrInterfaceDeclaration parsed(String text) {
        var result = parser.parseBodyDeclaration(text);
        return (ClassOrInterfaceDeclaration) result.getResult()
                .orElseThrow(() -> new IllegalStateException(result.getProblems() + " in:\n" + text));
    }

    private void imports() {
        var unit = of.unit();
        unit.getImports()
                .removeIf(line -> List.of("javax.persistence", "jakarta.persistence", "org.hibernate.annotations",
                        "lombok", "org.springframework.data.annotation", "org.springframework.data.jpa.domain.support")
                        .stream()
                        .anyMatch(line.getNameAsString()::startsWith));
        var text = unit.toString();
        var needed = new TreeSet<>(source.imports());
        needed.forEach(unit::addImport);
        unit.getImports()
                .removeIf(line -> !line.isAsterisk() && !line.isStatic() && !needed.contains(line.getNameAsString())
                        && !text.replace(line.toString().strip(), "")
                                .matches("(?s).*\\b" + line.getName().getIdentifier() + "\\b.*"));
        unit.getImports().sort((a, b) -> a.getNameAsString().compareTo(b.getNameAsString()));
    }
}
