package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.TextFragment;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The source of a subclass of {@code Table}. Confined to one thread at a time. */
final class TableSource {
    private final TypeSource types;
    private final NamingRules names;

    TableSource(TypeSource types, NamingRules names) {
        this.types = types;
        this.names = names;
    }

    /** Returns the class. */
    TypeSpec write(Table table, ClassName name) {
        var scope = NameScope.ofAttributes();
        var fields = new LinkedHashMap<Column<?>, String>();
        table.columns().forEach(column -> fields.put(column, scope.take(names.attributeName(column), "column")));
        var made = TypeSpec.classBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.FINAL).superclass(Table.class)
                .addJavadoc("The $L $L.\n", table.isView() ? "view" : "table",
                        JavadocCode.of(qualified(table)));
        fields.forEach((column, field) -> made.addField(field(column, field)));
        var constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC)
                .addJavadoc("Adds the table to metadata.\n").addParameter(MetaData.class, "metadata")
                .addStatement("super($S, metadata$L)", table.name(), options(table));
        var constraints = new ConstraintSource(column -> Objects.requireNonNull(fields.get(column), column::path));
        constraints.of(table).forEach(item -> constructor.addStatement("add($L)", item));
        var view = table.viewDefinition();
        if (view != null) {
            constructor.addStatement("add($T.of($S)$L)", ViewDefinition.class, view.sql(),
                    view.isMaterialized() ? ".materialized()" : "");
        }
        return made.addMethod(constructor.build()).build();
    }

    /** Returns the qualified name of a table. */
    static String qualified(Table table) {
        return table.schema().isEmpty() ? table.name() : table.schema() + "." + table.name();
    }

    private static CodeBlock options(Table table) {
        var code = CodeBlock.builder();
        if (!table.schema().isEmpty()) {
            code.add(", $T.schema($S)", TableOption.class, table.schema());
        }
        for (var option : table.tableOptions()) {
            switch (option.kind()) {
                case SCHEMA -> {}
                case COMMENT -> code.add(", $T.comment($S)", TableOption.class, option.value());
                case PREFIX -> code.add(", $T.prefix($S)", TableOption.class, option.value());
                case DIALECT -> code.add(", $T.of($S, $S, $S)", TableOption.class, option.dialect(), option.name(),
                        option.value());
            }
        }
        return code.build();
    }

    private FieldSpec field(Column<?> column, String name) {
        var type = types.of(column);
        var java = types.java(type, column);
        return FieldSpec.builder(ParameterizedTypeName.get(ClassName.get(Column.class), boxed(java)), name,
                Modifier.PUBLIC, Modifier.FINAL)
                .initializer("column($S, $L)$L", column.name(), types.code(type, column), ColumnSource.options(column))
                .build();
    }

    private static TypeName boxed(TypeName java) {
        return java.isPrimitive() ? java.box() : java;
    }

    /** Returns string literals, separated by commas. */
    static CodeBlock strings(Collection<String> texts) {
        return texts.stream().map(text -> CodeBlock.of("$S", text)).collect(CodeBlock.joining(", "));
    }

    /** Returns an expression of SQL text. */
    static CodeBlock sql(String text, CodeBlock type) {
        return CodeBlock.of("$T.literalColumn($S, $L)", Sql.class, text, type);
    }

    /** Returns the calls that set dialect-specific options, by {@code dialect.name}. */
    static CodeBlock options(Map<String, String> options) {
        var code = CodeBlock.builder();
        options.forEach((name, value) -> code.add(".option($S, $S, $S)", name.substring(0, name.indexOf('.')),
                name.substring(name.indexOf('.') + 1), value));
        return code.build();
    }

    /**
     * Returns the text of an expression as declared.
     *
     * @throws IllegalArgumentException if it is a tree
     */
    static String text(Expression<?> expression) {
        return switch (expression) {
            case TextFragment<?> fragment when fragment.parameters().isEmpty() -> fragment.text();
            case BooleanCondition condition -> text(condition.expression());
            default -> throw new IllegalArgumentException("\"" + expression
                    + "\" is not SQL text, so no code can be generated for it. Generate from a reflected schema.");
        };
    }

    static List<String> columnNames(List<Column<?>> columns) {
        return columns.stream().<String>map(Column::name).toList();
    }
}
