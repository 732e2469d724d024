package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.type.SqlType;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The source of the classes that hold all tables, the types of their columns, and enums. Stateless. */
final class SchemaSource {
    private SchemaSource() {}

    /** Returns the class that holds all tables. */
    static TypeSpec schema(ClassName name, MetaData metaData, Map<Table, ClassName> tables) {
        var made = utility(name, "The tables of the schema.");
        made.addField(FieldSpec.builder(MetaData.class, "METADATA", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("All tables, to create them and to look them up.\n").initializer("new $T()", MetaData.class)
                .build());
        var scope = NameScope.ofConstants();
        scope.take("METADATA", "METADATA");
        tables.forEach((table, type) -> made.addField(FieldSpec
                .builder(type, scope.take(Words.constant(type.simpleName()), "TABLE"), Modifier.PUBLIC, Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The $L $L.\n", table.isView() ? "view" : "table",
                        JavadocCode.of(TableSource.qualified(table)))
                .initializer("new $T(METADATA)", type).build()));
        var sequences = metaData.sequences();
        if (!sequences.isEmpty()) {
            var added = CodeBlock.builder();
            sequences.forEach(sequence -> added.addStatement("METADATA.add($L)", sequence(sequence)));
            made.addStaticBlock(added.build());
        }
        return made.build();
    }

    private static CodeBlock sequence(Sequence sequence) {
        var code = CodeBlock.builder().add("$T.of($S)", Sequence.class, sequence.name());
        if (!sequence.schema().isEmpty()) {
            code.add(".inSchema($S)", sequence.schema());
        }
        var start = sequence.start();
        var increment = sequence.increment();
        if (start != null || increment != null) {
            code.add(".from($L, $L)", start == null ? "1L" : start + "L", increment == null ? "1L" : increment + "L");
        }
        if (sequence.minimum() != null || sequence.maximum() != null) {
            code.add(".between($L, $L)", ColumnSource.number(sequence.minimum()),
                    ColumnSource.number(sequence.maximum()));
        }
        code.add(sequence.isCycling() ? ".cycling()" : "");
        if (sequence.cache() != null) {
            code.add(".caching($L)", ColumnSource.number(sequence.cache()));
        }
        var type = sequence.dataType();
        if (type != null) {
            code.add(".ofType($L)", wholeNumber(type));
        }
        return code.add(sequence.isOrdered() ? ".ordered()" : "").build();
    }

    private static CodeBlock wholeNumber(SqlType<?> type) {
        var name = type.javaType() == Short.class ? "SMALLINT"
                : type.javaType() == Integer.class ? "INTEGER" : "BIGINT";
        return CodeBlock.of("$T.$L", dev.rubedo.type.Types.class, name);
    }

    /** Returns the class that holds the column types without a short name. */
    static TypeSpec columnTypes(TypeConstants constants) {
        var made = utility(constants.owner(), "The types of columns that have no short name.");
        for (var constant : constants.all()) {
            made.addField(FieldSpec
                    .builder(ParameterizedTypeName.get(ClassName.get(SqlType.class),
                            constant.java().isPrimitive() ? constant.java().box() : constant.java()), constant.name(),
                            Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("{@code $L}\n", constant.name()).initializer(constant.expression()).build());
        }
        return made.build();
    }

    private static TypeSpec.Builder utility(ClassName name, String sentence) {
        return TypeSpec.classBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.FINAL).addJavadoc(sentence + "\n")
                .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    }

    /** Returns an enum. */
    static TypeSpec enumeration(EnumPlan plan) {
        var made = TypeSpec.enumBuilder(plan.name()).addModifiers(Modifier.PUBLIC)
                .addJavadoc(plan.type().name().isEmpty() ? "Labels of a column.\n"
                        : "The enumeration type $L.\n",
                        plan.type().name().isEmpty() ? new Object[0]
                                : new Object[]{JavadocCode.of(plan.type().name())});
        boolean hasLabels = plan.hasLabels();
        plan.constants().forEach((constant, label) -> made.addEnumConstant(constant,
                TypeSpec.anonymousClassBuilder(hasLabels ? "$S" : "", hasLabels ? new Object[]{label} : new Object[0])
                        .addJavadoc("$L\n", JavadocCode.of(label)).build()));
        if (hasLabels) {
            made.addField(String.class, "label", Modifier.PRIVATE, Modifier.FINAL)
                    .addMethod(MethodSpec.constructorBuilder().addParameter(String.class, "label")
                            .addStatement("this.label = label").build())
                    .addMethod(MethodSpec.methodBuilder("label").addModifiers(Modifier.PUBLIC).returns(String.class)
                            .addJavadoc("Returns the text that the database stores.\n").addStatement("return label")
                            .build());
        }
        return made.build();
    }

}
