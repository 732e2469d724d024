package dev.rubedo.dialect;

/** A peculiarity of how a database stores and changes its schema. Immutable. */
public enum CatalogTrait {
    /** RESTRICT as the action of a foreign key is the same as NO ACTION, because constraints are not deferred. */
    RESTRICT_IS_NO_ACTION,
    /** Most changes copy the table, so that keys and views that refer to it do not block them. */
    CHANGES_COPY_TABLES,
    /** Expressions and queries are stored as they were written. */
    KEEPS_SQL_TEXT,
    /** All generated keys have the same type, whatever type is declared. */
    ONE_TYPE_OF_GENERATED_KEYS,
    /** Only the first column of a key can be AUTO_INCREMENT. */
    ONLY_KEYS_ARE_COUNTED,
    /** A foreign key needs an index, which the database creates if there is none, and keeps as long as the key. */
    FOREIGN_KEYS_NEED_INDEXES,
    /** The nullability of a column cannot change while a foreign key refers to it. */
    FOREIGN_KEYS_FIX_NULLABILITY,
    /** In strings of the catalog, a backslash escapes the next character. */
    BACKSLASH_ESCAPES,
    /** The operator {@code &&} is AND, not an overlap. */
    AMPERSANDS_ARE_AND,
    /** True and false are stored as the numbers 1 and 0. */
    BOOLEANS_ARE_NUMBERS,
    /** Checks of columns are parts of their definitions, and a change that repeats the definition without them drops them. */
    CHECKS_IN_COLUMNS,
    /** Computed columns cannot be NOT NULL. */
    COMPUTED_COLUMNS_ARE_NULLABLE,
    /** A column keeps its type as long as another one is computed from it. */
    COMPUTED_COLUMNS_FIX_TYPES,
    /** A default is not converted when the type of its column changes. */
    DEFAULTS_HAVE_TYPES,
    /** Changing the type of an identity column removes its identity. */
    IDENTITY_ENDS_WITH_TYPE,
    /** A generated key can be a column whose default is the next value of a sequence that belongs to it. */
    SERIAL_DEFAULTS,
    /** In indexes, NULL is greater than all values. */
    NULL_IS_GREATEST,
    /** A change of a type must specify how values are converted (USING) unless the conversion is implicit. */
    CONVERTS_BY_USING,
    /** An unlimited text and a string without a length are the same type. */
    TEXT_IS_STRING,
    /** A schema is a separate database. */
    SCHEMAS_ARE_DATABASES,
    /** There is a binary JSON type besides the textual one. */
    BINARY_JSON,
    /** The first value of a sequence cannot be changed. */
    SEQUENCES_KEEP_START
}
