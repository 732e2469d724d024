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
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Writes {@code User_}: the definition of the entity, and its attributes for queries. Confined to one thread at a time.
 */
final class QueryModelWriter {

    private final EntityModel entity;
    private final List<MappedAttribute> attributes;
    private final List<ProxyAttribute> proxies;
    private final CodeBlock definition;
    private final Environment environment;
    private final Javadocs javadocs;

    /**
     * @param attributes all attributes of the entity
     * @param proxies its association proxies
     * @param definition the expression that creates its definition
     */
    QueryModelWriter(EntityModel entity, List<MappedAttribute> attributes, List<ProxyAttribute> proxies,
            CodeBlock definition,
            Environment environment) {
        this.entity = entity;
        this.attributes = attributes;
        this.proxies = proxies;
        this.definition = definition;
        this.environment = environment;
        this.javadocs = new Javadocs(environment.elements());
    }

    TypeSpec.Builder write() {
        ClassName name = entity.queryName();
        TypeSpec.Builder type = TypeSpec.classBuilder(name).addModifiers(Generated.visibility(entity, Modifier.FINAL))
                .superclass(ParameterizedTypeName.get(RuntimeTypes.ENTITY_PATH, entity.className())).addJavadoc("""
                        The query model of {@link $1L}, for writing statements such as
                        {@code select($2L).where($2L.$3L.eq(...))}.

                        <p>Immutable.
                        """, entity.name(), entity.constant(), example());
        type.addField(FieldSpec
                .builder(ParameterizedTypeName.get(RuntimeTypes.ENTITY_DEFINITION, entity.className()), "DEFINITION",
                        Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The mapping of {@link $L}. Attributes are identified by their position in it.\n",
                        entity.name())
                .initializer(definition).build());
        type.addField(FieldSpec.builder(name, entity.constant(), Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The entity itself, for use in statements.\n")
                .initializer("new $T($T.root())", name, RuntimeTypes.PATH_ORIGIN)
                .build());
        attributes.stream().filter(attribute -> !isPart(attribute))
                .filter(attribute -> !EntityRules.isConstantOfModel(entity, attribute.name()))
                .forEach(attribute -> type.addField(field(attribute)));
        List<SynonymAttribute> synonyms = new Synonyms(environment).all(entity);
        synonyms.forEach(synonym -> type.addField(field(synonym)));
        var records = new EmbeddedWriter(entity, javadocs);
        entity.embedded().forEach(embedded -> records.writeModel(embedded, this, type));
        type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE)
                .addParameter(RuntimeTypes.PATH_ORIGIN, "origin")
                .addStatement("super(DEFINITION, origin)").build());
        type.addMethod(at(name));
        type.addMethod(MethodSpec.methodBuilder("as").addModifiers(Modifier.PUBLIC).returns(name)
                .addParameter(String.class, "alias")
                .addJavadoc("Returns an alias of the entity, for statements in which it appears more than once.\n")
                .addStatement("return new $T($T.alias(alias))", name, RuntimeTypes.PATH_ORIGIN).build());
        attributes.stream().filter(QueryModelWriter::isPath)
                .forEach(attribute -> type.addMethod(path((RelationshipAttribute) attribute)));
        synonyms.stream().filter(synonym -> isPath(synonym.attribute())).forEach(synonym -> type.addMethod(
                path(synonym.name(), ((RelationshipAttribute) synonym.attribute()).targetName())));
        type.addMethod(with(name));
        writeAncestors(type);
        var associations = new ProxyWriter(entity, javadocs);
        proxies.forEach(proxy -> associations.writeModel(proxy, type));
        new HybridWriter(entity, environment, javadocs).methods().forEach(type::addMethod);
        TypeElement mapped = entity.mapped();
        if (EntityRules.extendsBase(entity) && mapped != null && isImplementable(mapped)
                && attributes.stream()
                        .noneMatch(attribute -> EntityRules.isReserved(attribute.accessor().getterName()))) {
            type.addType(declared(mapped));
        }
        return type;
    }

    private static boolean isImplementable(TypeElement mapped) {
        return mapped.getKind() == ElementKind.INTERFACE && mapped.getTypeParameters().isEmpty()
                && !mapped.getModifiers().contains(Modifier.PRIVATE) && !mapped.getModifiers().contains(Modifier.SEALED)
                && mapped.getInterfaces().stream().noneMatch(Environment::isUnresolved);
    }

    private String example() {
        return entity.primaryKey().stream().map(MappedAttribute::name).findFirst().orElse("id");
    }

    private FieldSpec field(MappedAttribute attribute) {
        return switch (attribute) {
            case ColumnAttribute column -> column(column, column.name(), documentation(column));
            case FormulaAttribute formula -> field(formula, formula.name(),
                    ParameterizedTypeName.get(RuntimeTypes.ATTRIBUTE, entity.className(), formula.fieldType()),
                    documentation(formula), CodeBlock.of("column($S)", formula.name()));
            case RelationshipAttribute relationship -> {
                ClassName kind = relationship.toMany() ? RuntimeTypes.TO_MANY : RuntimeTypes.TO_ONE;
                TypeName type = ParameterizedTypeName.get(kind, entity.className(), relationship.targetName());
                CodeBlock made = CodeBlock.of("$L($S)", relationship.toMany() ? "toMany" : "toOne",
                        relationship.name());
                yield field(relationship, relationship.name(), type, documentation(relationship), made);
            }
        };
    }

    /** Returns the field of a synonym: that of its attribute under another name. */
    private FieldSpec field(SynonymAttribute synonym) {
        FieldSpec original = field(synonym.attribute());
        CodeBlock documentation = javadocs.description(synonym.accessor().method()).map(own -> CodeBlock.of("$L", own))
                .orElseGet(() -> CodeBlock.of("Another name of {@link #$L}.", synonym.attribute().name()));
        return field(synonym.attribute(), synonym.name(), original.type(), documentation, original.initializer());
    }

    /**
     * Returns the field of a column, with the name of the attribute or, for a component of an embedded record, of the
     * component.
     */
    FieldSpec column(ColumnAttribute column, String name, CodeBlock documentation) {
        TypeName value = column.java().box();
        TypeName type = ParameterizedTypeName.get(RuntimeTypes.ATTRIBUTE, entity.className(),
                column.nullable() ? TypeNames.nullable(value) : value);
        return field(column, name, type, documentation, CodeBlock.of("column($S)", column.name()));
    }

    private static FieldSpec field(MappedAttribute attribute, String name, TypeName type, CodeBlock documentation,
            CodeBlock made) {
        FieldSpec.Builder field = FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("$L\n", documentation).initializer(made);
        if (ForeignAnnotations.isDeprecated(attribute.accessor())) {
            field.addAnnotation(Deprecated.class);
        }
        return field.build();
    }

    private static boolean isPart(MappedAttribute attribute) {
        return attribute instanceof ColumnAttribute column && column.isPart();
    }

    /** Returns the method by which {@code treat} creates the query model of a subclass. */
    private static MethodSpec with(ClassName name) {
        return MethodSpec.methodBuilder("$with").addAnnotation(Override.class).addModifiers(Modifier.PROTECTED)
                .returns(name).addParameter(RuntimeTypes.PATH_ORIGIN, "origin")
                .addStatement("return new $T(origin)", name).build();
    }

    /** Writes a view as each entity that this one inherits from, for methods that take their query models. */
    private void writeAncestors(TypeSpec.Builder type) {
        for (EntityModel above = entity.parent(); above != null; above = above.parent()) {
            type.addMethod(MethodSpec.methodBuilder("as" + above.name()).addModifiers(Modifier.PUBLIC)
                    .returns(above.queryName())
                    .addJavadoc("Returns this as a {@link $T}, for methods that take its query model.\n",
                            above.className())
                    .addStatement("return $$as($T.$L)", above.queryName(), above.constant()).build());
        }
    }

    private CodeBlock documentation(MappedAttribute attribute) {
        if (attribute instanceof ColumnAttribute column && column.synthetic()) {
            return CodeBlock.of("The foreign key of {@link #$L}, column {@code $L}.", relationshipOf(column),
                    column.column());
        }
        if (attribute instanceof ColumnAttribute column && column.role() == ColumnAttribute.Role.DISCRIMINATOR) {
            return CodeBlock.of("The discriminator, column {@code $L}.", column.column());
        }
        return javadocs.description(attribute.element()).map(own -> CodeBlock.of("$L", own))
                .orElseGet(() -> CodeBlock.of("Attribute $L.", AccessorWriter.subject(attribute)));
    }

    private String relationshipOf(ColumnAttribute synthetic) {
        return entity.relationships().stream()
                .filter(relationship -> relationship.element().equals(synthetic.element()))
                .map(MappedAttribute::name).findFirst().orElse(synthetic.name());
    }

    private static boolean isPath(MappedAttribute attribute) {
        return attribute instanceof RelationshipAttribute relationship && !relationship.toMany();
    }

    private MethodSpec at(ClassName name) {
        TypeName relationship = ParameterizedTypeName.get(RuntimeTypes.TO_ONE, WildcardTypeName.subtypeOf(Object.class),
                entity.className());
        return MethodSpec.methodBuilder("at").addModifiers(Modifier.PUBLIC, Modifier.STATIC).returns(name)
                .addParameter(ParameterSpec.builder(relationship, "relationship").build())
                .addJavadoc("Returns the target of a relationship. The join is added automatically.\n")
                .addStatement("return new $T($T.through(relationship))", name, RuntimeTypes.PATH_ORIGIN).build();
    }

    private MethodSpec path(RelationshipAttribute relationship) {
        return path(relationship.name(), relationship.targetName());
    }

    private static MethodSpec path(String name, ClassName entity) {
        ClassName target = EntityModel.queryName(entity);
        return MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC).returns(target)
                .addJavadoc("Returns the attributes of {@link #$L}. The join is added automatically.\n",
                        name)
                .addStatement("return $T.at($L)", target, name).build();
    }

    /**
     * Returns the bridge between declaration and accessors, by which the compiler proves that they match, and editors
     * rename both.
     */
    private TypeSpec declared(TypeElement mapped) {
        AnnotationSpec.Builder suppressed = AnnotationSpec.builder(SuppressWarnings.class).addMember("value", "$S",
                "unused");
        if (attributes.stream().anyMatch(attribute -> ForeignAnnotations.isForRemoval(attribute.accessor()))) {
            suppressed.addMember("value", "$S", "removal");
        }
        return TypeSpec.classBuilder("Declared").addModifiers(Modifier.PRIVATE, Modifier.ABSTRACT, Modifier.STATIC)
                .addAnnotation(suppressed.build())
                .addJavadoc(
                        "Lets the compiler prove that the accessors match their declarations. Never used.\n")
                .superclass(entity.baseName()).addSuperinterface(TypeNames.className(mapped)).build();
    }
}
