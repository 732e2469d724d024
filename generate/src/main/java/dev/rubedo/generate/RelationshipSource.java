package dev.rubedo.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rubedo.generate.RelationshipPlan.Shape;
import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.JoinTable;
import dev.rubedo.mapping.PassiveDeletes;
import dev.rubedo.mapping.Relationship;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The source of relationships. Stateless. */
final class RelationshipSource {
    private RelationshipSource() {}

    /** Returns the method of a relationship. */
    static MethodSpec write(RelationshipPlan relationship, boolean usesSets) {
        var members = new LinkedHashMap<String, CodeBlock>();
        if (!relationship.inverse().isEmpty()) {
            members.put("backPopulates", CodeBlock.of("$S", relationship.inverse()));
        }
        list(members, "foreignKey", relationship.foreignKey());
        list(members, "remoteSide", relationship.remoteSide());
        if (relationship.deletesOrphans()) {
            members.put("cascade", CodeBlock.of("$T.ALL_DELETE_ORPHAN", Cascade.class));
        }
        if (relationship.leavesDeletion()) {
            members.put("passiveDeletes", CodeBlock.of("$T.UNLOADED", PassiveDeletes.class));
        }
        var method = MethodSpec.methodBuilder(relationship.name()).addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addAnnotation(AttributeSource.annotation(Relationship.class, members))
                .returns(type(relationship, usesSets));
        var link = relationship.link();
        if (link != null) {
            var table = AnnotationSpec.builder(JoinTable.class).addMember("name", "$S", link.table());
            columns(table, "columns", link.near().columnNames());
            columns(table, "inverseColumns", link.far().columnNames());
            method.addAnnotation(table.build());
        }
        return method.build();
    }

    private static void list(LinkedHashMap<String, CodeBlock> members, String name, List<String> values) {
        if (!values.isEmpty()) {
            members.put(name, CodeBlock.of(values.size() == 1 ? "$L" : "{$L}", TableSource.strings(values)));
        }
    }

    private static void columns(AnnotationSpec.Builder table, String member, List<String> names) {
        table.addMember(member, names.size() == 1 ? "$L" : "{$L}", TableSource.strings(names));
    }

    private static TypeName type(RelationshipPlan relationship, boolean usesSets) {
        boolean isSet = usesSets || relationship.shape() == Shape.MANY_TO_MANY;
        return relationship.shape() != Shape.ONE
                ? ParameterizedTypeName.get(ClassName.get(isSet ? Set.class : List.class), relationship.target())
                : relationship.isNullable()
                        ? relationship.target().annotated(AnnotationSpec.builder(Nullable.class).build())
                        : relationship.target();
    }
}
