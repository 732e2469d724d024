package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import dev.rubedo.engine.Engine;
import dev.rubedo.mapping.EntityList;
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Generates Java source from the tables of a database, or from metadata: subclasses of {@code Table}, or entities with
 * their relationships, or both. Creating the generated tables in an empty database of the same kind yields the schema
 * that they were read from; details that entities cannot express are listed as notes.
 *
 * {@snippet :
 * GeneratedCode code = CodeGenerator.of(GeneratorOptions.inPackage("shop.model")).generate(engine);
 * code.writeTo(Path.of("src/main/java"), false);
 * code.notes().forEach(System.err::println);
 * }
 *
 * The code is generated once and can then be edited freely. It needs the annotation processor if it contains entities.
 * Immutable.
 */
public final class CodeGenerator {
    private final GeneratorOptions options;

    private CodeGenerator(GeneratorOptions options) {
        this.options = options;
    }

    /**
     * Returns a generator.
     *
     * @param options what to read and write
     */
    public static CodeGenerator of(GeneratorOptions options) {
        return new CodeGenerator(options);
    }

    /**
     * Generates code for the tables of a database.
     *
     * @param engine the database
     */
    public GeneratedCode generate(Engine engine) {
        var metaData = new MetaData();
        for (String schema : options.schemas()) {
            var reflection = Reflection.all().inSchema(schema).where(options::includes).withoutReferredTables();
            engine.reflect(metaData, options.includesViews() ? reflection.withViews() : reflection);
        }
        return generate(metaData);
    }

    /**
     * Generates code for the tables of metadata that the options include.
     *
     * @param metaData the metadata
     * @throws IllegalArgumentException if it contains something for which no code can be generated, such as a type of
     *     the application
     */
    public GeneratedCode generate(MetaData metaData) {
        var tables = SchemaNames.sorted(metaData).stream().filter(table -> options.includes(table.name())).toList();
        var names = new SchemaNames(options);
        var notes = new Notes();
        tables.forEach(table -> table.columns().stream().filter(column -> column.type().equals(Types.UNKNOWN))
                .forEach(column -> notes.add(table, "column \"" + column.name()
                        + "\" has an unknown type, so the table can be used but not created")));
        var sources = new ArrayList<GeneratedSource>();
        var constants = new TypeConstants(ClassName.get(options.packageName(), "ColumnTypes"));
        var entityTables = tables.stream().filter(table -> !table.isView()).toList();
        var planner = options.kind().hasEntities() ? new EntityPlanner(entityTables, options, names, notes) : null;
        var enums = new EnumPlans((type, column) -> names.enumeration(type.name(), column));
        var types = new TypeSource(options.isPortable(), enums, constants,
                planner == null ? Map.of() : planner.types());
        if (planner != null) {
            var lost = new LostDetails(notes);
            var source = new EntitySource(types, options, lost);
            planner.entities()
                    .forEach(entity -> sources.add(SourceText.of(entity.name(), source.write(entity), false)));
            if (options.kind() == GeneratedKind.ENTITIES) {
                planner.joinTables().forEach(lost::noteJoin);
            }
            sources.add(packageOfEntities(planner.entities()));
        }
        if (options.kind().hasTables()) {
            tables(tables, metaData, names, types, sources);
        }
        enums.all().forEach(plan -> sources.add(SourceText.of(plan.name(), SchemaSource.enumeration(plan), false)));
        if (!constants.all().isEmpty()) {
            sources.add(SourceText.of(constants.owner(), SchemaSource.columnTypes(constants), false));
        }
        sources.sort(Comparator.comparing(GeneratedSource::path));
        return new GeneratedCode(sources, notes.all());
    }

    private void tables(List<Table> tables, MetaData metaData, SchemaNames names, TypeSource types,
            List<GeneratedSource> sources) {
        Map<Table, ClassName> made = new LinkedHashMap<>();
        tables.forEach(table -> made.put(table, names.table(table)));
        var source = new TableSource(types, options.names());
        made.forEach((table, name) -> sources.add(SourceText.of(name, source.write(table, name), true)));
        sources.add(SourceText.of(names.schema(), SchemaSource.schema(names.schema(), metaData, made), false));
    }

    /** Returns the {@code package-info.java} in which the processor lists the entities. */
    private GeneratedSource packageOfEntities(List<EntityPlan> entities) {
        var below = entities.stream().map(entity -> entity.name().packageName()).distinct().sorted()
                .filter(name -> !name.equals(options.packageName())).map(name -> "\"" + name + "\"").toList();
        var packages = below.isEmpty() ? "" : "(packages = {" + String.join(", ", below) + "})";
        var text = "/** The entities; {@code Entities.all()} lists them. */\n@EntityList" + packages
                + "\n@NullMarked\npackage "
                + options.packageName() + ";\n\nimport " + EntityList.class.getName()
                + ";\nimport org.jspecify.annotations.NullMarked;\n";
        return new GeneratedSource(SourceText.path(options.packageName(), "package-info"), text);
    }
}
