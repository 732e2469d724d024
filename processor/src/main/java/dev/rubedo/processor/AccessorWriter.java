package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.mapping.Access;
import dev.rubedo.processor.EntityModel.Validator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;

/** Writes the getter and the setter of each attribute. Confined to one thread at a time. */
final class AccessorWriter {

    private static final Set<String> CHANGEABLE = Set.of("java.util.Collection", "java.util.List", "java.util.Set",
            "java.util.Map", "java.util.SequencedCollection", "java.util.SequencedSet", "java.util.SequencedMap");

    private final EntityModel entity;
    private final Map<MappedAttribute, String> constants;
    private final List<MappedAttribute> order;
    private final int inherited;
    private final Javadocs javadocs;
    private final ForeignAnnotations foreign;

    /**
     * @param constants the index constants of the attributes that are not inherited, in order
     * @param inherited the number of inherited attributes
     */
    AccessorWriter(EntityModel entity, Map<MappedAttribute, String> constants, int inherited, Javadocs javadocs,
            ForeignAnnotations foreign) {
        this.entity = entity;
        this.constants = constants;
        this.inherited = inherited;
        this.order = List.copyOf(constants.keySet());
        this.javadocs = javadocs;
        this.foreign = foreign;
    }

    void write(MappedAttribute attribute, TypeSpec.Builder type) {
        type.addMethod(getter(attribute));
        if (attribute instanceof RelationshipAttribute relationship && relationship.wrapper() != null) {
            type.addMethod(content(relationship));
        }
        if (BaseWriter.hasSetter(attribute)) {
            type.addMethod(setter(attribute));
        }
    }

    private MethodSpec getter(MappedAttribute attribute) {
        Accessor accessor = attribute.accessor();
        if (attribute instanceof FormulaAttribute formula && formula.perQuery() == null) {
            return formula(formula);
        }
        MethodSpec.Builder method = beginGetter(accessor, documentation(attribute, "Returns"));
        if (attribute instanceof RelationshipAttribute relationship && relationship.collection() != null) {
            if (relationship.wrapper() != null) {
                return method.returns(relationship.wrapper())
                        .addStatement("return new $T($L())", relationship.wrapper(), relationship.contentName())
                        .build();
            }
            return collection(relationship, method);
        }
        load(attribute, method);
        if (entity.isDiscriminator(attribute.name()) && !attribute.fieldType().isPrimitive()) {
            return method.addStatement("return $L != null ? $L : ($T) $$discriminator()", attribute.name(),
                    attribute.name(), attribute.fieldType().withoutAnnotations()).build();
        }
        if (isChangeable(attribute)) {
            method.addStatement("$$watch($L, $L)", constants.get(attribute), attribute.name());
        }
        return accessor.optional()
                ? method.addStatement("return $T.ofNullable($L)", Optional.class, attribute.name()).build()
                : method.addStatement("return $L", attribute.name()).build();
    }

    /** Returns the method that returns the collection wrapped by a class of the program. */
    private MethodSpec content(RelationshipAttribute relationship) {
        return collection(relationship, MethodSpec.methodBuilder(relationship.contentName())
                .addModifiers(Modifier.PRIVATE).returns(relationship.fieldType()));
    }

    private MethodSpec collection(RelationshipAttribute relationship, MethodSpec.Builder method) {
        return method.beginControlFlow("if ($L == null)", relationship.name())
                .addStatement("$L = new $T<>(this, $L)", relationship.name(),
                        RuntimeTypes.tracked(Objects.requireNonNull(relationship.collection())),
                        constants.get(relationship))
                .endControlFlow().addStatement("return $L", relationship.name()).build();
    }

    /** Returns whether a program can change the value of a column in place: a list, set, map or array. */
    private static boolean isChangeable(MappedAttribute attribute) {
        return attribute instanceof ColumnAttribute column
                && (column.java() instanceof ParameterizedTypeName type
                        && CHANGEABLE.contains(type.rawType().canonicalName())
                        || column.accessor().value().getKind() == TypeKind.ARRAY);
    }

    /** A formula is declared by the static method that returns its SQL, whose annotations do not concern the getter. */
    private MethodSpec formula(FormulaAttribute formula) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(formula.getterName()).addModifiers(Modifier.PUBLIC)
                .returns(formula.fieldType()).addJavadoc("$L\n", documentation(formula, "Returns"));
        load(formula, method);
        return method.addStatement("return $L", formula.name()).build();
    }

    /** Starts a getter with its declaration, which matches that of the attribute. */
    MethodSpec.Builder beginGetter(Accessor accessor, CodeBlock documentation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(accessor.getterName()).addModifiers(Modifier.PUBLIC)
                .returns(foreign.returnType(accessor)).addAnnotations(foreign.onGetter(accessor))
                .addJavadoc("$L\n", documentation);
        if (isMixin(accessor)) {
            method.addAnnotation(Override.class);
        }
        return method;
    }

    /** Loads the value of an attribute if it has not been loaded. */
    void load(MappedAttribute attribute, MethodSpec.Builder method) {
        String constant = constants.get(attribute);
        if (isInline(attribute)) {
            method.beginControlFlow("if (($$unloaded & (1L << $L)) != 0)", constant);
        } else {
            method.beginControlFlow("if ($$isUnloaded($L))", constant);
        }
        method.addStatement("$$load($L)", constant).endControlFlow();
    }

    private boolean isInline(MappedAttribute attribute) {
        return BaseWriter.isInline(inherited + order.indexOf(attribute));
    }

    /** Returns the value of a component of an embedded record; a non-null one is required. */
    String component(EmbeddedAttribute.Part part) {
        String name = part.column().name();
        return part.nullable() ? name : "$required(" + constants.get(part.column()) + ", " + name + ")";
    }

    /**
     * Returns whether an attribute is declared by a mixin, whose methods are implemented here. Those of {@code Mapped}
     * are not, because a class cannot implement an interface nested in its subclass.
     */
    private boolean isMixin(Accessor accessor) {
        Element owner = Environment.owner(accessor.method());
        return !entity.mixins().isEmpty() && !owner.equals(entity.mapped())
                && !Environment.owner(owner).equals(entity.element());
    }

    private MethodSpec setter(MappedAttribute attribute) {
        MethodSpec.Builder method = beginSetter(attribute.accessor(), BaseWriter.parameter(attribute),
                documentation(attribute, "Sets"));
        if (BaseWriter.isCollection(attribute)) {
            method.addStatement("$$replace($L, $L)", constants.get(attribute), attribute.name());
            return endSetter(attribute.accessor(), method);
        }
        validations(attribute).forEach(method::addStatement);
        if (attribute instanceof RelationshipAttribute) {
            method.addStatement("$$assign($L, $L)", constants.get(attribute), attribute.name());
        } else {
            store(attribute, method);
        }
        return endSetter(attribute.accessor(), method);
    }

    /** Starts a setter with its declaration. */
    MethodSpec.Builder beginSetter(Accessor accessor, ParameterSpec parameter, CodeBlock documentation) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(accessor.setterName()).addParameter(parameter)
                .addModifiers(accessor.setter() == Access.PUBLIC ? Modifier.PUBLIC : Modifier.PROTECTED)
                .addJavadoc("$L\n", documentation);
        if (ForeignAnnotations.isDeprecated(accessor)) {
            method.addAnnotation(Deprecated.class);
        }
        return method;
    }

    /** Completes a setter: a fluent one returns the entity. */
    MethodSpec endSetter(Accessor accessor, MethodSpec.Builder method) {
        if (!accessor.bean()) {
            boolean cast = EntityRules.extendsBase(entity);
            method.returns(cast ? entity.className() : entity.baseName());
            method.addStatement(
                    cast ? CodeBlock.of("return ($T) this", entity.className()) : CodeBlock.of("return this"));
        }
        return method.build();
    }

    /** Records that a column is written, and assigns the variable with its name to the field. */
    void store(MappedAttribute attribute, MethodSpec.Builder method) {
        String name = attribute.name();
        String constant = constants.get(attribute);
        method.beginControlFlow("if ($$isListened())").addStatement("$L = $$listened($L, $L)", name, constant, name)
                .endControlFlow();
        CodeBlock tracked = CodeBlock.of("$$write($L, this.$L, $L)", constant, name, name);
        if (isInline(attribute)) {
            method.beginControlFlow("if ($$tracked)").addStatement(tracked).nextControlFlow("else")
                    .addStatement("$$changed |= 1L << $L", constant).endControlFlow();
        } else {
            method.addStatement(tracked);
        }
        method.addStatement("this.$L = $L", name, name);
    }

    /** Returns the statements that validate a new value of an attribute. */
    List<CodeBlock> validations(MappedAttribute attribute) {
        return entity.validators().stream().filter(validator -> validator.attribute().equals(attribute.name()))
                .map(validator -> validation(validator, attribute.name())).toList();
    }

    private CodeBlock validation(Validator validator, String name) {
        boolean isStatic = validator.method().getModifiers().contains(Modifier.STATIC);
        CodeBlock owner = isStatic
                ? CodeBlock.of("$T", TypeNames.className(Environment.owner(validator.method())))
                : CodeBlock.of("(($T) this)", entity.className());
        return CodeBlock.of("$L = $L.$L($L)", name, owner, validator.method().getSimpleName(), name);
    }

    /** Returns the attribute's own documentation, or a default. */
    CodeBlock documentation(MappedAttribute attribute, String verb) {
        return javadocs.description(attribute.element()).map(own -> CodeBlock.of("$L", own))
                .orElseGet(() -> CodeBlock.of("$L $L.", verb, subject(attribute)));
    }

    static CodeBlock subject(MappedAttribute attribute) {
        return switch (attribute) {
            case ColumnAttribute column ->
                CodeBlock.of("{@code $L}, column {@code $L}", column.name(), column.column());
            case FormulaAttribute formula -> CodeBlock.of("{@code $L}, computed by the database", formula.name());
            case RelationshipAttribute relationship -> relationship.toMany()
                    ? CodeBlock.of("{@code $L}, the related {@link $T} objects", relationship.name(),
                            relationship.targetName())
                    : CodeBlock.of("{@code $L}, the related {@link $T}", relationship.name(),
                            relationship.targetName());
        };
    }
}
