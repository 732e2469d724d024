package dev.rubedo.dialect.mysql;

import dev.rubedo.compile.AlterRenderer;
import dev.rubedo.compile.DdlCompiler;
import dev.rubedo.compile.Renderers;
import dev.rubedo.compile.StatementCompiler;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.type.EnumeratedType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The DDL of MySQL and MariaDB; where they differ, that of MySQL. Table options: all those of the server, such as
 * {@code engine}, {@code charset}, {@code collate}. Index options: {@code prefix}, {@code with_parser}, {@code length}
 * and {@code length.<column>}. Immutable.
 */
class MysqlDdlCompiler extends DdlCompiler {

    // what is no expression in the catalog of the server must not become one
    private static final Pattern UNWRAPPED = Pattern
            .compile("(?i).*\\bON +UPDATE\\b.*|\\b(?:now|current_timestamp)\\(\\d+\\).*"
                    + "|[-+]?\\d+(?:\\.\\d*)?(?:e[-+]?\\d+)?|(?:_utf8mb4 )?[bx]'[0-9a-f]*'");
    private static final Pattern UNBOUNDED = Pattern
            .compile("(?i)(?:(?:TINY|MEDIUM|LONG)?(?:TEXT|BLOB)|JSON|GEOMETRY|POINT|LINESTRING|POLYGON)\\b.*");
    private static final Pattern PRECISE = Pattern.compile("DATETIME(\\(\\d\\))");
    private static final Pattern DEFAULT_NOW = Pattern
            .compile(
                    "(?i) DEFAULT \\(?(?:CURRENT_TIMESTAMP|NOW)(?:\\(\\))?\\)?( ON UPDATE "
                            + "(?:CURRENT_TIMESTAMP|NOW)(?:\\(\\))?)?");
    private static final Set<String> TEXT_OPTIONS = Set.of("COMMENT", "DATA_DIRECTORY", "INDEX_DIRECTORY", "PASSWORD",
            "CONNECTION");
    private static final Set<String> INDEX_OPTIONS = Set.of("prefix", "with_parser", "length");
    private static final Set<String> CHARACTER_SETS = Set.of("DEFAULT_CHARSET", "DEFAULT_CHARACTER_SET", "CHARSET",
            "CHARACTER_SET");
    private static final List<String> PARTITIONING = List.of("PARTITION_BY", "PARTITIONS", "SUBPARTITION_BY",
            "SUBPARTITIONS");
    private static final Set<String> SEVERAL_WORDS = Set.of("DATA_DIRECTORY", "INDEX_DIRECTORY",
            "DEFAULT_CHARACTER_SET", "CHARACTER_SET", "DEFAULT_CHARSET", "DEFAULT_COLLATE", "PARTITION_BY",
            "SUBPARTITION_BY");
    private static final Set<String> WITHOUT_SIGN = Set.of("TABLESPACE", "DEFAULT_CHARACTER_SET", "CHARACTER_SET",
            "COLLATE");

    private final MysqlLiteralRenderer texts;

    MysqlDdlCompiler(Renderers renderers, StatementCompiler statements) {
        super(renderers, statements);
        this.texts = new MysqlLiteralRenderer(traits);
    }

    @Override
    protected AlterRenderer alterRenderer() {
        return new MysqlAlterRenderer(this);
    }

    /** Returns text for a place that accepts only a quoted string. */
    private String quoted(String text) {
        return texts.renderComment(text);
    }

    @Override
    protected String columnDefinition(Column<?> column) {
        return columnDefinition(column, nullability(column));
    }

    /** Returns the definition of a column that exists, which says NULL if it is nullable. */
    String changedDefinition(Column<?> column) {
        return columnDefinition(column,
                isNotNull(column) || column.computation() != null ? nullability(column) : " NULL");
    }

    private String columnDefinition(Column<?> column, String nullability) {
        var computed = column.computation();
        var comment = column.commentText();
        boolean isCounted = isCounted(column);
        if (isCounted) {
            requirePlainIdentity(column);
        }
        return traits.quoter().quote(column.name()) + " " + columnType(column)
                + (computed == null ? "" : " " + computedClause(computed)) + nullability
                + (comment.isEmpty() ? "" : " COMMENT " + quoted(comment))
                + (isCounted ? " AUTO_INCREMENT" : defaultClause(column)) + (isCounted ? "" : identitySuffix(column));
    }

    /** A nullable TIMESTAMP must be declared NULL, because it is NOT NULL by default on older servers. */
    private String nullability(Column<?> column) {
        boolean isTimestamp = columnType(column).toUpperCase(Locale.ROOT).startsWith("TIMESTAMP");
        return isNotNull(column) ? " NOT NULL" : isTimestamp && column.computation() == null ? " NULL" : "";
    }

    /** Returns whether a column is declared NOT NULL. */
    protected boolean isNotNull(Column<?> column) {
        return !column.isNullable();
    }

    private String identitySuffix(Column<?> column) {
        var identity = identity(column);
        return identity.isEmpty() ? "" : " " + identity;
    }

    private boolean isCounted(Column<?> column) {
        boolean hasSequence = column.sequenceDefault() != null && traits.supports(Feature.SEQUENCES);
        return isAutoincrement(column) && column.databaseDefault() == null && !hasSequence;
    }

    /**
     * The precision of the current time must match that of the column: MySQL rejects any other, MariaDB would truncate
     * it.
     */
    @Override
    protected String defaultClause(Column<?> column) {
        var clause = super.defaultClause(column);
        var now = DEFAULT_NOW.matcher(clause);
        var type = PRECISE.matcher(columnType(column));
        if (!now.matches() || !type.matches()) {
            return requiresExpression(column) ? clause.replaceFirst("(?s)^ DEFAULT (?!\\(|NULL$)(.+)$", " DEFAULT ($1)")
                    : clause;
        }
        var precise = "CURRENT_TIMESTAMP" + type.group(1);
        return " DEFAULT " + precise + (now.group(1) == null ? "" : " ON UPDATE " + precise);
    }

    /**
     * Text, documents and bytes without a limit accept an expression as a default since 8.0.13, but never a constant.
     */
    private boolean requiresExpression(Column<?> column) {
        return traits.name().equals("mysql") && traits.version().isAtLeast(8, 0, 13)
                && UNBOUNDED.matcher(columnType(column)).matches();
    }

    @Override
    protected String defaultText(Expression<?> value) {
        var text = super.defaultText(value);
        return UNWRAPPED.matcher(text).matches() ? text : inParentheses(text);
    }

    @Override
    protected boolean isNativeEnum(EnumeratedType<?> type) {
        return type.isNative();
    }

    @Override
    protected String createIndex(CreateIndex create) {
        var index = create.index();
        requireIndex(index);
        var prefix = option(index, "prefix");
        return "CREATE " + (index.isUnique() ? "UNIQUE " : "") + (prefix.isEmpty() ? "" : word(prefix) + " ") + "INDEX "
                + ifNotExists(create.ifNotExists(), Feature.IF_EXISTS_INDEX) + name(index.name()) + " ON "
                + tableName(index.table()) + " (" + indexTerms(index) + ")" + indexSuffix(index);
    }

    /** The prefix length is written before the direction. */
    @Override
    protected String indexExpression(Index index, OrderTerm term) {
        var text = super.indexExpression(index, term);
        boolean isPlain = term.term() instanceof Column<?> || term.term() instanceof TextFragment<?>;
        var length = option(index, "length");
        if (term.term() instanceof Column<?> column) {
            length = option(index, "length." + column.name()).isEmpty() ? length
                    : option(index, "length." + column.name());
        }
        return (isPlain ? text : "(" + text + ")") + (length.isEmpty() ? "" : "(" + Integer.parseInt(length) + ")");
    }

    @Override
    protected String indexSuffix(Index index) {
        var parser = option(index, "with_parser");
        return (parser.isEmpty() ? "" : " WITH PARSER " + name(parser))
                + (index.method().isEmpty() ? "" : " USING " + word(index.method()));
    }

    /** A prefix length applies to all columns, or to one. */
    @Override
    protected boolean hasIndexOption(Index index, String option) {
        return INDEX_OPTIONS.contains(option)
                || index.columns().stream().anyMatch(column -> option.equals("length." + column.name()));
    }

    private String option(Index index, String name) {
        return index.options().getOrDefault(traits.name() + "." + name, "");
    }

    private static String word(String text) {
        if (!text.matches("\\w+")) {
            throw new IllegalArgumentException("\"" + text + "\" is not an index option.");
        }
        return text;
    }

    @Override
    protected String dropIndex(DropIndex drop) {
        return "DROP INDEX " + ifExists(drop.ifExists(), Feature.IF_EXISTS_INDEX) + name(drop.index().name()) + " ON "
                + tableName(drop.index().table());
    }

    /** Each kind of constraint has its own keyword. */
    @Override
    protected String dropConstraint(DropConstraint drop) {
        if (drop.isCascading()) {
            traits.require(Feature.DROP_CASCADE, "DROP CONSTRAINT ... CASCADE");
        }
        var table = drop.table();
        return "ALTER TABLE " + tableName(table) + " DROP " + switch (drop.constraint()) {
            case PrimaryKey key -> "PRIMARY KEY";
            case ForeignKey key -> "FOREIGN KEY " + ifExists(drop) + requiredName(table, key);
            case UniqueConstraint unique -> "INDEX " + ifExists(drop) + requiredName(table, unique);
            case ExclusionConstraint exclusion -> throw new UnsupportedFeatureException(
                    Feature.EXCLUSION_CONSTRAINTS, traits.name(), exclusion.name());
            case CheckConstraint check -> checkWord() + " " + ifExists(drop) + requiredName(table, check);
        };
    }

    private String ifExists(DropConstraint drop) {
        return ifExists(drop.ifExists(), Feature.IF_EXISTS_CONSTRAINT);
    }

    /** Returns the keyword that drops a check constraint. */
    protected String checkWord() {
        return "CHECK";
    }

    @Override
    protected String setTableComment(SetTableComment set) {
        return "ALTER TABLE " + tableName(set.table()) + " COMMENT " + quoted(set.text());
    }

    /** A comment is part of the column definition, which is repeated in full. */
    @Override
    protected String setColumnComment(SetColumnComment set) {
        var column = set.column();
        var definition = columnDefinition(column);
        var own = column.commentText();
        var comment = " COMMENT " + quoted(set.text());
        var changed = own.isEmpty()
                ? definition + comment
                : definition.replace(" COMMENT " + quoted(own), comment);
        return "ALTER TABLE " + tableName(column.table()) + " CHANGE " + traits.quoter().quote(column.name()) + " "
                + changed + checksToRepeat(column);
    }

    /**
     * Returns the check constraints of a column that must be repeated in its definition because they would be lost
     * otherwise; by default, none.
     */
    protected String checksToRepeat(Column<?> column) {
        return "";
    }

    @Override
    protected String tableSuffix(Table table) {
        var text = new StringBuilder();
        tableOptions(table).forEach((name, value) -> {
            boolean hasSign = !WITHOUT_SIGN.contains(name) && !PARTITIONING.contains(name);
            text.append(text.isEmpty() ? "" : " ").append(SEVERAL_WORDS.contains(name) ? name.replace('_', ' ') : name)
                    .append(hasSign ? "=" : " ")
                    .append(TEXT_OPTIONS.contains(name) ? quoted(value) : value);
        });
        return text.toString();
    }

    /**
     * Returns the options in the order required by the server: a collation after its character set, and partitions
     * last.
     */
    private Map<String, String> tableOptions(Table table) {
        var options = new LinkedHashMap<String, String>();
        table.options(traits.name())
                .forEach((name, value) -> options.put(name.toUpperCase(Locale.ROOT).replace(' ', '_'), value));
        if (!table.comment().isEmpty()) {
            options.put("COMMENT", table.comment());
        }
        if (!Collections.disjoint(options.keySet(), CHARACTER_SETS)) {
            moveToEnd("COLLATE", options);
        }
        PARTITIONING.forEach(name -> moveToEnd(name, options));
        return options;
    }

    private static void moveToEnd(String name, Map<String, String> options) {
        var value = options.remove(name);
        if (value != null) {
            options.put(name, value);
        }
    }
}
