package dev.rubedo.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.rubedo.mapping.Access;
import dev.rubedo.processor.ColumnType.Transfer;
import dev.rubedo.processor.Layouts.Layout;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code UserBase}: fields, accessors, and the methods that the session calls. Confined to one thread at a time.
 */
final class BaseWriter {

    private static final ClassName NULL_UNMARKED = ClassName.get("org.jspecify.annotations", "NullUnmarked");
    private static final int BITS = 64;

    private final EntityModel entity;
    private final List<MappedAttribute> inherited;
    private final List<MappedAttribute> attributes;
    private final List<ProxyAttribute> proxies;
    private final List<SynonymAttribute> synonyms;
    private final Environment environment;
    private final AccessorWriter accessors;
    private final ForeignAnnotations foreign;
    private final Javadocs javadocs;
    private final Map<MappedAttribute, String> constants = new LinkedHashMap<>();

    BaseWriter(EntityModel entity, Layout layout, List<ProxyAttribute> proxies, List<SynonymAttribute> synonyms,
            Environment environment) {
        Elements elements = environment.elements();
        this.entity = entity;
        this.synonyms = synonyms;
        this.environment = environment;
        this.inherited = layout.inherited();
        this.attributes = layout.own();
        this.proxies = proxies;
        this.foreign = new ForeignAnnotations(elements);
        this.javadocs = new Javadocs(elements);
        nameConstants();
        this.accessors = new AccessorWriter(entity, constants, inherited.size(), javadocs, foreign);
    }

    /** Gives each attribute an index constant whose name does not clash with a field. */
    private void nameConstants() {
        Set<String> taken = new HashSet<>();
        attributes.forEach(attribute -> taken.add(attribute.name()));
        for (MappedAttribute attribute : attributes) {
            String name = Names.constant(attribute.name());
            while (!taken.add(name)) {
                name += "_";
            }
            constants.put(attribute, name);
        }
    }

    TypeSpec.Builder write() {
        EntityModel parent = entity.parent();
        TypeSpec.Builder type = TypeSpec.classBuilder(entity.baseName())
                .addModifiers(Generated.visibility(entity, Modifier.ABSTRACT))
                .superclass(parent == null ? RuntimeTypes.MANAGED_ENTITY : parent.className()).addJavadoc("""
                        The generated base class of {@link $1L}: its fields, their accessors, and the methods that a session calls to
                        load and store it.
                        Getters load attributes that are not loaded yet; setters track changes.

                        <p>Confined to one thread at a time, as its session is.
                        """, entity.name());
        entity.mixins().forEach(mixin -> type.addSuperinterface(TypeNames.of(mixin)));
        int index = inherited.size();
        for (MappedAttribute attribute : attributes) {
            type.addField(FieldSpec
                    .builder(TypeName.INT, constants.get(attribute), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer("$L", index++).build());
        }
        for (MappedAttribute attribute : attributes) {
            FieldSpec.Builder field = FieldSpec.builder(attribute.fieldType(), attribute.name(), Modifier.PRIVATE);
            if (!hasNoAccessors(attribute)
                    && !(attribute instanceof FormulaAttribute formula && formula.perQuery() == null)) {
                field.addAnnotations(foreign.onField(attribute.accessor()));
            }
            type.addField(field.build());
        }
        type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PROTECTED)
                .addJavadoc("For {@link $L} only.\n", entity.name()).build());
        attributes.stream().filter(attribute -> !hasNoAccessors(attribute))
                .filter(attribute -> !EntityRules.isReserved(attribute.accessor().getterName()))
                .forEach(attribute -> accessors.write(attribute, type));
        var records = new EmbeddedWriter(entity, javadocs);
        entity.ownEmbedded().stream().filter(embedded -> !embedded.parts().isEmpty())
                .forEach(embedded -> records.write(embedded, accessors, type));
        var associations = new ProxyWriter(entity, javadocs);
        proxies.forEach(proxy -> associations.write(proxy, accessors, type));
        var others = new Synonyms(environment);
        synonyms.forEach(synonym -> others.write(synonym, accessors, type));
        if (parent != null) {
            new InheritedSetters(entity, accessors, records).write(inherited, type);
        }
        type.addMethod(definition());
        new ValidateWriter(entity, constants).write(attributes, type);
        if (parent == null) {
            List.of(get(), put(), collection(), readAll()).forEach(type::addMethod);
            wholeKey().ifPresent(key -> type.addMethod(readAllButKey(key)));
            List.of(readOne(), bind(), describe()).forEach(type::addMethod);
        } else {
            writeOwn(type);
        }
        return type;
    }

    /** Writes the methods of a subclass, which leave inherited attributes to the superclass. */
    private void writeOwn(TypeSpec.Builder type) {
        if (!attributes.isEmpty()) {
            List.of(get(), put()).forEach(type::addMethod);
        }
        if (attributes.stream().anyMatch(BaseWriter::isCollection)) {
            type.addMethod(collection());
        }
        if (!inRow().isEmpty()) {
            type.addMethod(wholeKey().map(this::readAllButKey).orElseGet(this::readAll));
            type.addMethod(readOne());
        }
        if (!columns().isEmpty()) {
            type.addMethod(bind());
        }
    }

    /**
     * Returns the annotation that disables null checks, because a key of a new object is null regardless of its type.
     */
    static AnnotationSpec nullUnmarked() {
        return AnnotationSpec.builder(NULL_UNMARKED).build();
    }

    private static boolean hasNoAccessors(MappedAttribute attribute) {
        return attribute instanceof ColumnAttribute column && !column.hasAccessors();
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }

    private MethodSpec definition() {
        TypeName definition = ParameterizedTypeName.get(RuntimeTypes.ENTITY_DEFINITION,
                WildcardTypeName.subtypeOf(Object.class));
        return override("$definition").returns(definition).addStatement("return $T.DEFINITION", entity.queryName())
                .build();
    }

    private MethodSpec get() {
        CodeBlock.Builder body = CodeBlock.builder();
        if (attributes.isEmpty()) {
            return override("$get").returns(TypeNames.nullable(ClassName.OBJECT))
                    .addParameter(TypeName.INT, "attribute")
                    .addStatement("throw new $T($S)", IllegalArgumentException.class,
                            entity.name() + " has no attributes")
                    .build();
        }
        body.beginControlFlow("return switch (attribute)");
        attributes.forEach(attribute -> body.addStatement("case $L -> $L", constants.get(attribute),
                field(attribute, "attribute")));
        others("$get", body, "attribute");
        return override("$get").returns(TypeNames.nullable(ClassName.OBJECT)).addParameter(TypeName.INT, "attribute")
                .addCode(body.endControlFlow("").build()).build();
    }

    /** Returns the field's name, qualified if a parameter hides it. */
    private static String field(MappedAttribute attribute, String... parameters) {
        return List.of(parameters).contains(attribute.name()) ? "this." + attribute.name() : attribute.name();
    }

    /** Leaves other attributes to the superclass; without one, there are none. */
    private void others(String method, CodeBlock.Builder body, String... parameters) {
        if (entity.parent() != null) {
            body.addStatement("default -> super.$L($L)", method, String.join(", ", parameters));
        } else {
            body.addStatement("default -> throw new $T($S + attribute)", IllegalArgumentException.class,
                    entity.name() + " has no such attribute: ");
        }
    }

    private MethodSpec put() {
        CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("switch (attribute)");
        boolean unchecked = false;
        for (MappedAttribute attribute : attributes) {
            if (isCollection(attribute)) {
                continue;
            }
            TypeName type = attribute.fieldType().withoutAnnotations();
            unchecked |= type instanceof ParameterizedTypeName;
            // revoking a key resets a primitive to zero
            String absent = !type.isPrimitive() ? ""
                    : "value == null ? " + (type.equals(TypeName.BOOLEAN) ? "false" : "0") + " : ";
            CodeBlock cast = type.equals(ClassName.OBJECT) ? CodeBlock.of("") : CodeBlock.of("($T) ", type);
            body.addStatement("case $L -> $L = $L$Lvalue", constants.get(attribute),
                    field(attribute, "attribute", "value"), absent, cast);
        }
        others("$put", body, "attribute", "value");
        MethodSpec.Builder method = override("$put").addParameter(TypeName.INT, "attribute")
                .addParameter(TypeNames.nullable(ClassName.OBJECT), "value").addCode(body.endControlFlow().build());
        if (unchecked) {
            method.addAnnotation(
                    AnnotationSpec.builder(SuppressWarnings.class).addMember("value", "$S", "unchecked").build());
        }
        return method.build();
    }

    private static boolean isQueried(MappedAttribute attribute) {
        return attribute instanceof RelationshipAttribute relationship && relationship.collection() != null
                && relationship.collection().isQueried();
    }

    static boolean isCollection(MappedAttribute attribute) {
        return attribute instanceof RelationshipAttribute relationship && relationship.toMany();
    }

    private MethodSpec collection() {
        CodeBlock.Builder body = CodeBlock.builder();
        List<MappedAttribute> collections = attributes.stream().filter(BaseWriter::isCollection).toList();
        if (collections.isEmpty()) {
            body.addStatement("return null");
        } else {
            body.beginControlFlow("return switch (attribute)");
            collections.forEach(attribute -> body.addStatement("case $L -> ($T) $L()", constants.get(attribute),
                    RuntimeTypes.RELATED_COLLECTION, ((RelationshipAttribute) attribute).contentName()));
            body.addStatement(entity.parent() == null ? "default -> null" : "default -> super.$$collection(attribute)")
                    .endControlFlow("");
        }
        return override("$collection").returns(TypeNames.nullable(RuntimeTypes.RELATED_COLLECTION))
                .addParameter(TypeName.INT, "attribute").addCode(body.build()).build();
    }

    private List<ColumnAttribute> columns() {
        return columns(attributes);
    }

    private static List<ColumnAttribute> columns(List<MappedAttribute> attributes) {
        return attributes.stream().filter(ColumnAttribute.class::isInstance).map(ColumnAttribute.class::cast)
                .filter(column -> column.type() != null).toList();
    }

    /** Returns the attributes that are read from a row, in the order of the definition: columns and formulas. */
    private List<MappedAttribute> inRow() {
        return inRow(attributes);
    }

    private static List<MappedAttribute> inRow(List<MappedAttribute> attributes) {
        return attributes.stream().filter(attribute -> attribute instanceof FormulaAttribute
                || attribute instanceof ColumnAttribute column && column.type() != null).toList();
    }

    private MethodSpec readAll() {
        MethodSpec.Builder method = override("$read").addParameter(RuntimeTypes.ROW_READER, "in")
                .addParameter(TypeName.INT, "at");
        Optional<ColumnAttribute> key = wholeKey();
        if (entity.parent() != null) {
            method.addStatement("super.$$read(in, at)");
        } else if (key.isPresent()) {
            return method.addStatement("$$read(in.getLong($L), in, at)", position(inRow().indexOf(key.get())))
                    .build();
        }
        return method.addCode(reads(null, "in", "at")).build();
    }

    /** The session has already read the key, to find out whether it has the object. */
    private MethodSpec readAllButKey(ColumnAttribute key) {
        MethodSpec.Builder method = override("$read").addParameter(TypeName.LONG, "key")
                .addParameter(RuntimeTypes.ROW_READER, "in").addParameter(TypeName.INT, "at");
        if (entity.parent() != null) {
            method.addStatement("super.$$read(key, in, at)");
        }
        return method.addCode(reads(key, "key", "in", "at")).build();
    }

    private CodeBlock reads(@Nullable ColumnAttribute key, String... parameters) {
        CodeBlock.Builder body = CodeBlock.builder();
        List<MappedAttribute> inRow = inRow();
        int before = inRow(inherited).size();
        for (int i = 0; i < inRow.size(); i++) {
            MappedAttribute attribute = inRow.get(i);
            body.addStatement("$L = $L", field(attribute, parameters),
                    key != null && attribute == key ? fromLong(key.java()) : read(attribute, position(before + i)));
        }
        return body.build();
    }

    private static String position(int offset) {
        return offset == 0 ? "at" : "at + " + offset;
    }

    private static CodeBlock fromLong(TypeName type) {
        TypeName plain = type.withoutAnnotations();
        TypeName primitive = plain.isBoxedPrimitive() ? plain.unbox() : plain;
        return primitive.equals(TypeName.LONG) ? CodeBlock.of("key") : CodeBlock.of("($T) key", primitive);
    }

    /** Returns the primary key if it is a single integer. */
    private Optional<ColumnAttribute> wholeKey() {
        List<ColumnAttribute> key = columns(entity.root().own()).stream()
                .filter(column -> entity.primaryKey().contains(column)).toList();
        if (key.size() != 1 || entity.primaryKey().size() != 1) {
            return Optional.empty();
        }
        ColumnType type = key.get(0).type();
        return type != null && (type.transfer() == Transfer.LONG || type.transfer() == Transfer.INT)
                ? Optional.of(key.get(0))
                : Optional.empty();
    }

    private MethodSpec readOne() {
        CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("switch (attribute)");
        inRow().forEach(attribute -> body.addStatement("case $L -> $L = $L", constants.get(attribute),
                field(attribute, "attribute", "in", "at"),
                read(attribute, "at")));
        others("$read", body, "attribute", "in", "at");
        return override("$read").addParameter(TypeName.INT, "attribute").addParameter(RuntimeTypes.ROW_READER, "in")
                .addParameter(TypeName.INT, "at").addCode(body.endControlFlow().build()).build();
    }

    /** Reads without boxing if the reader supports it; wrapper types check for null. */
    private static CodeBlock read(MappedAttribute attribute, String at) {
        if (!(attribute instanceof ColumnAttribute column)) {
            return CodeBlock.of("in.get($L)", at);
        }
        TypeName java = column.java();
        return switch (Optional.ofNullable(column.type()).map(ColumnType::transfer).orElse(Transfer.OBJECT)) {
            case STRING -> CodeBlock.of("in.getString($L)", at);
            case LONG, INT, DOUBLE, BOOLEAN -> {
                String name = java.isPrimitive() ? Names.capitalized(java.toString())
                        : java.toString().substring(java.toString().lastIndexOf('.') + 1) + "OrNull";
                yield CodeBlock.of("in.get$L($L)", name, at);
            }
            case OBJECT ->
                java.isPrimitive() ? CodeBlock.of("in.<$T>get($L)", java.box(), at) : CodeBlock.of("in.get($L)", at);
        };
    }

    private MethodSpec bind() {
        CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("switch (attribute)");
        for (ColumnAttribute column : columns()) {
            bind(column, body);
        }
        others("$bind", body, "attribute", "out");
        return override("$bind").addParameter(TypeName.INT, "attribute")
                .addParameter(RuntimeTypes.PARAMETER_WRITER, "out")
                .addCode(body.endControlFlow().build()).build();
    }

    private void bind(ColumnAttribute column, CodeBlock.Builder body) {
        String constant = constants.get(column);
        String field = field(column, "attribute", "out");
        Transfer transfer = Optional.ofNullable(column.type()).map(ColumnType::transfer).orElse(Transfer.OBJECT);
        Function<String, CodeBlock> set = method -> CodeBlock.of("out.$L($L)", method, field);
        switch (transfer) {
            case STRING -> body.addStatement("case $L -> $L", constant, set.apply("setString"));
            case OBJECT -> body.addStatement("case $L -> $L", constant, set.apply("set"));
            case LONG, INT, DOUBLE, BOOLEAN -> {
                CodeBlock typed = set.apply("set" + transfer.suffix());
                if (column.java().isPrimitive()) {
                    body.addStatement("case $L -> $L", constant, typed);
                } else {
                    body.beginControlFlow("case $L ->", constant).beginControlFlow("if ($L == null)", field)
                            .addStatement("out.setNull()")
                            .nextControlFlow("else").addStatement("$L", typed).endControlFlow().endControlFlow();
                }
            }
        }
    }

    private MethodSpec describe() {
        return MethodSpec.methodBuilder("toString").addAnnotation(Override.class).addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addJavadoc(
                        "Returns the entity's name and primary key, such as {@code $L[$L=5]}, without loading anything.\n",
                        entity.name(),
                        entity.primaryKey().stream().map(ColumnAttribute::name).findFirst().orElse("id"))
                .addStatement("return $$describe()").build();
    }

    /** Returns whether an attribute's bits fit into the words that accessors test inline. */
    static boolean isInline(int index) {
        return index < BITS;
    }

    /** Returns whether a setter is generated. */
    static boolean hasSetter(MappedAttribute attribute) {
        return attribute.accessor().setter() != Access.NONE && !isQueried(attribute);
    }

    static ParameterSpec parameter(MappedAttribute attribute) {
        return ParameterSpec.builder(isCollection(attribute) ? TypeNames.of(attribute.accessor().type())
                : attribute.fieldType(), attribute.name()).build();
    }
}
