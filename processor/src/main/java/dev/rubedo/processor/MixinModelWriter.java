package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Relationship;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Writes the query model of a mixin: its attributes as those of any entity that has it. Confined to one thread at a
 * time.
 */
final class MixinModelWriter {

    private static final TypeName ANY = WildcardTypeName.subtypeOf(Object.class);

    private final TypeElement mixin;
    private final Environment environment;
    private final AttributeReader reader;
    private final Javadocs javadocs;

    MixinModelWriter(TypeElement mixin, Environment environment) {
        this.mixin = mixin;
        this.environment = environment;
        this.reader = new AttributeReader(environment);
        this.javadocs = new Javadocs(environment.elements());
    }

    /** Reports a mixin that cannot have a query model, and returns whether it can. */
    static boolean check(TypeElement type, Consumer<Problem> problems) {
        if (type.getKind() == ElementKind.INTERFACE && Environment.owner(type).getKind() == ElementKind.PACKAGE) {
            return true;
        }
        problems.accept(Problem.at(type, "Mixin \"" + type.getSimpleName()
                + "\" must be a top-level interface: its query model is written next to it."));
        return false;
    }

    TypeSpec.Builder write() {
        ClassName name = EntityModel.queryName(TypeNames.className(mixin));
        List<TypeVariableName> variables = new ArrayList<>();
        for (TypeParameterElement parameter : mixin.getTypeParameters()) {
            variables.add(TypeVariableName.get(parameter.getSimpleName().toString(),
                    parameter.getBounds().stream().map(TypeNames::annotated).toArray(TypeName[]::new)));
        }
        TypeName self = variables.isEmpty() ? name
                : ParameterizedTypeName.get(name, variables.toArray(TypeName[]::new));
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(mixin.getModifiers().contains(Modifier.PUBLIC)
                        ? new Modifier[]{Modifier.PUBLIC, Modifier.FINAL} : new Modifier[]{Modifier.FINAL})
                .addTypeVariables(variables).superclass(RuntimeTypes.MIXIN_MODEL).addJavadoc("""
                        The query model of mixin {@link $L}: its attributes as those of an entity that has it.

                        <p>Immutable.
                        """, mixin.getSimpleName());
        attributes().forEach(type::addField);
        type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE)
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.ENTITY_PATH, ANY), "entity")
                .addStatement("super(entity, $S)", mixin.getSimpleName().toString()).build());
        type.addMethod(MethodSpec.methodBuilder("of").addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addTypeVariables(variables).returns(self)
                .addParameter(ParameterizedTypeName.get(RuntimeTypes.ENTITY_PATH, ANY), "entity")
                .addJavadoc("""
                        Returns the attributes of the mixin in an entity.

                        @throws IllegalArgumentException if the entity does not have them
                        """)
                .addStatement("return new $T(entity)", self).build());
        return type;
    }

    private List<FieldSpec> attributes() {
        var fields = new ArrayList<FieldSpec>();
        for (ExecutableElement method : ElementFilter.methodsIn(environment.elements().getAllMembers(mixin))) {
            if (method.getModifiers().contains(Modifier.ABSTRACT)
                    && Environment.owner(method).getKind() == ElementKind.INTERFACE
                    && method.getParameters().isEmpty() && !Environment.isUnresolved(method.getReturnType())
                    && DeclaredAnnotation.find(method, Embedded.class, environment.elements()).isEmpty()) {
                fields.add(field(method));
            }
        }
        return fields;
    }

    private FieldSpec field(ExecutableElement method) {
        Accessor accessor = reader.accessor(method, (DeclaredType) mixin.asType(), problem -> {});
        CodeBlock documentation = javadocs.description(method).map(own -> CodeBlock.of("$L", own))
                .orElseGet(() -> CodeBlock.of("Attribute {@code $L}.", accessor.name()));
        boolean isRelationship = DeclaredAnnotation.find(method, Relationship.class, environment.elements())
                .isPresent();
        if (!isRelationship) {
            TypeName value = TypeNames.of(accessor.value()).box();
            return field(accessor, ParameterizedTypeName.get(RuntimeTypes.ATTRIBUTE, ANY,
                    accessor.nullable() ? TypeNames.nullable(value) : value), "column", documentation);
        }
        List<? extends TypeMirror> arguments = accessor.value() instanceof DeclaredType declared
                ? declared.getTypeArguments() : List.of();
        boolean toMany = !arguments.isEmpty();
        TypeName target = TypeNames.of(toMany ? arguments.get(arguments.size() - 1) : accessor.value());
        return field(accessor,
                ParameterizedTypeName.get(toMany ? RuntimeTypes.TO_MANY : RuntimeTypes.TO_ONE, ANY, target),
                toMany ? "toMany" : "toOne", documentation);
    }

    private static FieldSpec field(Accessor accessor, TypeName type, String made, CodeBlock documentation) {
        return FieldSpec.builder(type, accessor.name(), Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("$L\n", documentation).initializer("$L($S)", made, accessor.name()).build();
    }
}
