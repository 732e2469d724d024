package dev.rubedo.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.processor.EntityModel.Validator;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes the method that calls the validators of relationships, for collections and for changes of the other side.
 * Immutable.
 */
final class ValidateWriter {

    private final EntityModel entity;
    private final Map<MappedAttribute, String> constants;

    ValidateWriter(EntityModel entity, Map<MappedAttribute, String> constants) {
        this.entity = entity;
        this.constants = constants;
    }

    /** Adds the method if the entity has such validators. */
    void write(List<MappedAttribute> attributes, TypeSpec.Builder type) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (MappedAttribute attribute : attributes) {
            if (attribute instanceof RelationshipAttribute relationship) {
                List<Validator> validators = entity.validators().stream()
                        .filter(validator -> validator.attribute().equals(attribute.name())
                                && (relationship.toMany() || validator.backrefs()))
                        .toList();
                if (!validators.isEmpty()) {
                    cases.beginControlFlow("case $L ->", constants.get(attribute));
                    validators.forEach(validator -> call(relationship, validator, cases));
                    cases.endControlFlow();
                }
            }
        }
        if (cases.isEmpty()) {
            return;
        }
        type.addMethod(MethodSpec.methodBuilder("$validate").addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED).returns(TypeNames.nullable(ClassName.OBJECT))
                .addParameter(TypeName.INT, "attribute").addParameter(ClassName.OBJECT, "item")
                .addParameter(TypeName.BOOLEAN, "isRemoved").addParameter(TypeName.BOOLEAN, "isFromOtherSide")
                .beginControlFlow("switch (attribute)").addCode(cases.build())
                .addCode("default -> {}\n").endControlFlow()
                .addStatement("return super.$$validate(attribute, item, isRemoved, isFromOtherSide)").build());
    }

    private void call(RelationshipAttribute relationship, Validator validator, CodeBlock.Builder out) {
        CodeBlock owner = validator.method().getModifiers().contains(Modifier.STATIC)
                ? CodeBlock.of("$T", TypeNames.className(Environment.owner(validator.method())))
                : CodeBlock.of("(($T) this)", entity.className());
        CodeBlock call = CodeBlock.of("$L.$L(($T) item$L)", owner, validator.method().getSimpleName(),
                relationship.targetName(), validator.removes() ? ", isRemoved" : "");
        if (!relationship.toMany()) {
            out.beginControlFlow("if (!isRemoved)").addStatement("return $L", call).endControlFlow();
            return;
        }
        String condition = String.join(" && ", java.util.stream.Stream.of(validator.removes() ? "" : "!isRemoved",
                validator.backrefs() ? "" : "!isFromOtherSide").filter(part -> !part.isEmpty()).toList());
        if (condition.isEmpty()) {
            out.addStatement(call);
        } else {
            out.beginControlFlow("if ($L)", condition).addStatement(call).endControlFlow();
        }
    }
}
