package dev.rubedo.generate;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.mapping.Check;
import dev.rubedo.mapping.Comment;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Index;
import dev.rubedo.mapping.TableOption;
import dev.rubedo.mapping.Unique;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The source of an entity. Confined to one thread at a time. */
final class EntitySource {
    private final TypeSource types;
    private final GeneratorOptions options;
    private final LostDetails lost;

    EntitySource(TypeSource types, GeneratorOptions options, LostDetails lost) {
        this.types = types;
        this.options = options;
        this.lost = lost;
    }

    /** Returns the class. */
    TypeSpec write(EntityPlan entity) {
        var table = entity.table();
        var name = entity.name();
        var made = TypeSpec.classBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ClassName.get(name.packageName(), name.simpleName() + "Base"))
                .addJavadoc("The table $L.\n", JavadocCode.of(TableSource.qualified(table)))
                .addAnnotation(entity(table));
        onTable(entity).forEach(made::addAnnotation);
        var mapped = TypeSpec.interfaceBuilder("Mapped");
        var attributes = new AttributeSource(entity, types, options.isPortable());
        table.columns().forEach(column -> mapped.addMethod(attributes.column(column, isUnique(table, column))));
        entity.relationships().forEach(
                relationship -> mapped.addMethod(RelationshipSource.write(relationship, options.usesSets())));
        if (options.kind() == GeneratedKind.ENTITIES) {
            lost.note(entity);
        }
        return made.addType(mapped.build())
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).build()).build();
    }

    private static AnnotationSpec entity(Table table) {
        var annotation = AnnotationSpec.builder(Entity.class).addMember("table", "$S", table.name());
        if (!table.schema().isEmpty()) {
            annotation.addMember("schema", "$S", table.schema());
        }
        return annotation.build();
    }

    /** Returns whether a column has an unnamed unique constraint, which is declared on the attribute. */
    private static boolean isUnique(Table table, Column<?> column) {
        return table.uniqueConstraints().stream().anyMatch(
                each -> each.name().isEmpty() && each.columnNames().equals(List.of(column.name())));
    }

    private List<AnnotationSpec> onTable(EntityPlan entity) {
        var table = entity.table();
        var all = new ArrayList<AnnotationSpec>();
        if (!table.comment().isEmpty()) {
            all.add(AnnotationSpec.builder(Comment.class).addMember("value", "$S", table.comment()).build());
        }
        for (var index : table.indexes()) {
            IndexSource.plainColumns(index).ifPresent(columns -> {
                var annotation = named(Index.class, index.name());
                on(annotation, entity.attributes(columns));
                if (index.isUnique()) {
                    annotation.addMember("unique", "true");
                }
                all.add(annotation.build());
            });
        }
        for (var unique : table.uniqueConstraints()) {
            if (!unique.name().isEmpty() || unique.columnNames().size() > 1) {
                var annotation = named(Unique.class, unique.name());
                on(annotation, entity.attributes(unique.columnNames()));
                all.add(annotation.build());
            }
        }
        for (var check : table.checkConstraints()) {
            all.add(named(Check.class, nameOf(check, table)).addMember("sql", "$S", TableSource.text(check.condition()))
                    .build());
        }
        for (var option : table.tableOptions()) {
            if (option.kind() == dev.rubedo.schema.TableOption.Kind.DIALECT) {
                all.add(AnnotationSpec.builder(TableOption.class).addMember("dialect", "$S", option.dialect())
                        .addMember("name", "$S", option.name()).addMember("value", "$S", option.value()).build());
            }
        }
        return all;
    }

    /** Returns the name of a check if the schema defines one; the metadata generates names for the others. */
    private static String nameOf(CheckConstraint check, Table table) {
        boolean isOfColumn = table.columns().stream().anyMatch(column -> Set.copyOf(column.checks()).contains(check));
        return isOfColumn ? "" : check.name();
    }

    private static AnnotationSpec.Builder named(Class<?> annotation, String name) {
        var made = AnnotationSpec.builder(annotation);
        return name.isEmpty() ? made : made.addMember("name", "$S", name);
    }

    private static void on(AnnotationSpec.Builder annotation, List<String> attributes) {
        annotation.addMember("on", attributes.size() == 1 ? "$L" : "{$L}", TableSource.strings(attributes));
    }
}
