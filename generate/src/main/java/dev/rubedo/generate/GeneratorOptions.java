package dev.rubedo.generate;

import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javax.lang.model.SourceVersion;

/**
 * The options of a {@link CodeGenerator}: what it reads and writes. Each method returns a modified copy. Immutable.
 */
public final class GeneratorOptions {
    private final String packageName;
    private final GeneratedKind kind;
    private final List<String> schemas;
    private final Predicate<? super String> tables;
    private final boolean includesViews;
    private final boolean isPortable;
    private final boolean cascades;
    private final boolean usesSets;
    private final Predicate<? super ForeignKey> relationships;
    private final NamingRules names;

    private GeneratorOptions(String packageName, GeneratedKind kind, List<String> schemas,
            Predicate<? super String> tables, boolean includesViews, boolean isPortable, boolean cascades,
            boolean usesSets, Predicate<? super ForeignKey> relationships, NamingRules names) {
        this.packageName = packageName;
        this.kind = kind;
        this.schemas = schemas;
        this.tables = tables;
        this.includesViews = includesViews;
        this.isPortable = isPortable;
        this.cascades = cascades;
        this.usesSets = usesSets;
        this.relationships = relationships;
        this.names = names;
    }

    /**
     * Returns the options that generate entities for all tables of the default schema.
     *
     * @param packageName the package of the generated classes
     * @throws IllegalArgumentException if it is not a valid package name
     */
    public static GeneratorOptions inPackage(String packageName) {
        if (!SourceVersion.isName(packageName, SourceVersion.RELEASE_21)) {
            throw new IllegalArgumentException("\"" + packageName
                    + "\" is not a valid Java package name. Use one such as \"com.example.shop\".");
        }
        return new GeneratorOptions(packageName, GeneratedKind.ENTITIES, List.of(""), name -> true, false, false, true,
                false, key -> true, NamingRules.standard());
    }

    /**
     * Sets what is generated.
     *
     * @param what tables, entities, or both
     */
    public GeneratorOptions kind(GeneratedKind what) {
        return new GeneratorOptions(packageName, Objects.requireNonNull(what, "what"), schemas, tables, includesViews,
                isPortable, cascades, usesSets, relationships, names);
    }

    /**
     * Sets the schemas to read.
     *
     * @param schemaNames their names; an empty name means the default schema of the connection
     */
    public GeneratorOptions schemas(String... schemaNames) {
        if (schemaNames.length == 0) {
            throw new IllegalArgumentException(
                    "schemaNames is empty. Specify at least one schema; \"\" is the default one.");
        }
        return new GeneratorOptions(packageName, kind, List.of(schemaNames), tables, includesViews, isPortable,
                cascades,
                usesSets, relationships, names);
    }

    /**
     * Generates only tables whose names satisfy a condition. A foreign key to an excluded table is omitted too, with a
     * note.
     *
     * @param name tests the name of a table, without schema
     */
    public GeneratorOptions where(Predicate<? super String> name) {
        return new GeneratorOptions(packageName, kind, schemas, Objects.requireNonNull(name, "name"), includesViews,
                isPortable, cascades, usesSets, relationships, names);
    }

    /** Also generates a table for each view. Views have no key, so no entity is generated for them. */
    public GeneratorOptions withViews() {
        return new GeneratorOptions(packageName, kind, schemas, tables, true, isPortable, cascades, usesSets,
                relationships, names);
    }

    /**
     * Replaces database-specific types with the portable types of their values: {@code string(160)} for SQLite's
     * {@code NVARCHAR(160)}. The generated code then works on every database, but does not exactly reproduce the schema
     * that it was read from.
     */
    public GeneratorOptions portable() {
        return new GeneratorOptions(packageName, kind, schemas, tables, includesViews, true, cascades, usesSets,
                relationships, names);
    }

    /**
     * Generates collections without cascades. By default, rows that cannot exist without the row that they refer to,
     * because the foreign key is NOT NULL, are deleted together with that row, and when they are removed from its
     * collection.
     */
    public GeneratorOptions withoutCascades() {
        return new GeneratorOptions(packageName, kind, schemas, tables, includesViews, isPortable, false, usesSets,
                relationships, names);
    }

    /** Declares collections as {@code Set} instead of {@code List}. */
    public GeneratorOptions collectionsAsSets() {
        return new GeneratorOptions(packageName, kind, schemas, tables, includesViews, isPortable, cascades, true,
                relationships, names);
    }

    /**
     * Generates relationships only for the foreign keys that satisfy a condition. The others remain columns.
     *
     * @param key tests a foreign key
     */
    public GeneratorOptions relationships(Predicate<? super ForeignKey> key) {
        return new GeneratorOptions(packageName, kind, schemas, tables, includesViews, isPortable, cascades, usesSets,
                Objects.requireNonNull(key, "key"), names);
    }

    /**
     * Sets the rules for Java names.
     *
     * @param rules the rules
     */
    public GeneratorOptions names(NamingRules rules) {
        return new GeneratorOptions(packageName, kind, schemas, tables, includesViews, isPortable, cascades, usesSets,
                relationships, Objects.requireNonNull(rules, "rules"));
    }

    String packageName() {
        return packageName;
    }

    /** Returns the package of the classes of a table. */
    String packageOf(Table table) {
        var below = names.subpackage(table);
        return below.isEmpty() ? packageName : packageName + "." + below;
    }

    GeneratedKind kind() {
        return kind;
    }

    List<String> schemas() {
        return schemas;
    }

    boolean includes(String table) {
        return tables.test(table);
    }

    boolean includesViews() {
        return includesViews;
    }

    boolean isPortable() {
        return isPortable;
    }

    boolean hasCascades() {
        return cascades;
    }

    boolean usesSets() {
        return usesSets;
    }

    boolean relates(ForeignKey key) {
        return relationships.test(key);
    }

    NamingRules names() {
        return names;
    }
}
