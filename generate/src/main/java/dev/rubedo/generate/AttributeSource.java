package dev.rubedo.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.Computed;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.OnDelete;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.ServerOnUpdate;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ReferentialAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The source of the column attributes of an entity. Confined to one thread at a time. */
final class AttributeSource {
    private static final AnnotationSpec NULLABLE = AnnotationSpec.builder(Nullable.class).build();

    private final EntityPlan entity;
    private final TypeSource types;
    private final boolean isPortable;

    AttributeSource(EntityPlan entity, TypeSource types, boolean isPortable) {
        this.entity = entity;
        this.types = types;
        this.isPortable = isPortable;
    }

    /**
     * Returns the method of an attribute.
     *
     * @param isUnique whether the column has a unique constraint that is declared with it
     */
    MethodSpec column(Column<?> column, boolean isUnique) {
        var name = entity.attribute(column.name());
        var type = AttributeType.of(column, types, isPortable);
        var method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(column.isNullable() ? nullable(type.java()) : type.java());
        if (entity.table().primaryKey().columnNames().contains(column.name())) {
            method.addAnnotation(id(column));
        }
        var members = new LinkedHashMap<String, CodeBlock>();
        if (!column.name().equals(snakeCase(name))) {
            members.put("name", CodeBlock.of("$S", column.name()));
        }
        members.putAll(type.sizes());
        if (isUnique) {
            members.put("unique", CodeBlock.of("true"));
        }
        if (!members.isEmpty()) {
            method.addAnnotation(annotation(dev.rubedo.mapping.Column.class, members));
        }
        type.annotations().forEach(method::addAnnotation);
        values(method, column);
        reference(method, column);
        if (!column.commentText().isEmpty()) {
            method.addAnnotation(single(Comment.class, column.commentText()));
        }
        return method.build();
    }

    private AnnotationSpec id(Column<?> column) {
        boolean isWholeNumber = List.of(Long.class, Integer.class, Short.class).contains(column.type().javaType());
        boolean isAssigned = entity.isOnlyKey(column) && isWholeNumber && !entity.isGenerated(column)
                && entity.keys().get(column.name()) == null;
        return isAssigned ? AnnotationSpec.builder(Id.class).addMember("assigned", "true").build()
                : AnnotationSpec.builder(Id.class).build();
    }

    private static TypeName nullable(TypeName type) {
        return type instanceof ArrayTypeName array ? array.annotated(NULLABLE) : type.annotated(NULLABLE);
    }

    private static void values(MethodSpec.Builder method, Column<?> column) {
        var computed = column.computation();
        if (computed != null) {
            var members = new LinkedHashMap<String, CodeBlock>();
            members.put("value", CodeBlock.of("$S", computed.sql()));
            switch (computed.storage()) {
                case STORED -> members.put("storage", CodeBlock.of("$T.STORED", Computed.Storage.class));
                case VIRTUAL -> members.put("storage", CodeBlock.of("$T.VIRTUAL", Computed.Storage.class));
                case DEFAULT -> {}
            }
            method.addAnnotation(annotation(Computed.class, members));
        }
        var value = column.databaseDefault();
        if (value != null) {
            method.addAnnotation(single(ServerDefault.class, TableSource.text(value)));
        }
        if (column.isDatabaseUpdated() && computed == null) {
            method.addAnnotation(ServerOnUpdate.class);
        }
    }

    private void reference(MethodSpec.Builder method, Column<?> column) {
        var key = entity.keys().get(column.name());
        if (key == null) {
            return;
        }
        var target = key.targets().get(key.columnNames().indexOf(column.name()));
        var members = new LinkedHashMap<String, CodeBlock>();
        members.put("value", CodeBlock.of("$S", TableSource.qualified(key.target()) + "." + target.name()));
        var action = key.deleteAction();
        if (action != ReferentialAction.DEFAULT && action != ReferentialAction.NO_ACTION) {
            members.put("onDelete", CodeBlock.of("$T.$L", OnDelete.class, action.name()));
        }
        method.addAnnotation(annotation(ForeignKey.class, members));
    }

    /** Returns an annotation; the member {@code value} is written without its name if it is the only one. */
    static AnnotationSpec annotation(Class<?> type, Map<String, CodeBlock> members) {
        var made = AnnotationSpec.builder(type);
        members.forEach(made::addMember);
        return made.build();
    }

    private static AnnotationSpec single(Class<?> type, String text) {
        return AnnotationSpec.builder(type).addMember("value", "$S", text).build();
    }

    /** Returns the default name of the column of an attribute. */
    static String snakeCase(String attribute) {
        var out = new StringBuilder();
        for (int i = 0; i < attribute.length(); i++) {
            char letter = attribute.charAt(i);
            if (Character.isUpperCase(letter) && i > 0 && attribute.charAt(i - 1) != '_') {
                boolean afterLower = !Character.isUpperCase(attribute.charAt(i - 1));
                boolean beforeLower = i + 1 < attribute.length() && Character.isLowerCase(attribute.charAt(i + 1));
                out.append(afterLower || beforeLower ? "_" : "");
            }
            out.append(Character.toLowerCase(letter));
        }
        return out.toString();
    }
}
