package dev.rubedo.orm.internal.flush;

import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.IntegrityException.Kind;
import dev.rubedo.orm.flush.FlushAction;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row that the database refused: finds the constraint among those of the table, and names the entity and its
 * attributes. Databases report the name of the constraint, or its columns in a message of their own. Immutable.
 *
 * @param model the model
 * @param mapper the entity that was written
 * @param table the table that was written
 * @param isDeleted whether the row was deleted
 */
record RefusedRow(Model model, Mapper<?> mapper, Table table, boolean isDeleted) {

    /** The patterns of the columns of a constraint in the messages of databases. */
    private static final List<Pattern> COLUMNS = List.of(Pattern.compile("Key \\((.+?)\\)=\\("),
            Pattern.compile("constraint failed: ([^)\\n]+)"), Pattern.compile("(?i)FOREIGN KEY ?\\(([^)]+)\\)"),
            Pattern.compile("ON \\S+?\\(([^)]+)\\)"), Pattern.compile("(?i)column ['\"](\\w+)['\"]"));

    /** Names that databases generate for unnamed constraints. */
    private static final Pattern CHOSEN = Pattern
            .compile("^primary$|^constraint_|^sys_c|^(pk|uq|fk|ck)__|_(pkey|fkey|check|ibfk_)\\d*$");

    private static final Pattern NAME = Pattern.compile("(?:\\w+\\.)*(\\w+)");

    /** A constraint of the table. Immutable. */
    private record Candidate(String name, Set<String> columns) {

        Candidate(String name, List<String> columns) {
            this(name, columns.stream().map(RefusedRow::folded).collect(Collectors.toSet()));
        }
    }

    static RefusedRow of(Model model, FlushAction action) {
        return switch (action) {
            case FlushAction.Insert insert -> of(model, insert.table().mapper(), insert.table().table(), false);
            case FlushAction.Update update -> of(model, update.table().mapper(), update.table().table(), false);
            case FlushAction.Replace replace -> of(model, replace.table().mapper(), replace.table().table(), false);
            case FlushAction.Delete delete -> of(model, delete.table().mapper(), delete.table().table(), true);
            case FlushAction.PostUpdate post -> of(model, post.table().mapper(), post.table().table(), false);
            case FlushAction.PreUpdate pre -> of(model, pre.table().mapper(), pre.table().table(), false);
            case FlushAction.Link link -> of(model, link.relationship().owner(),
                    link.relationship().link().table(), false);
            case FlushAction.Unlink unlink -> of(model, unlink.relationship().owner(),
                    unlink.relationship().link().table(), false);
        };
    }

    private static RefusedRow of(Model model, Mapper<?> mapper, Table table, boolean isDeleted) {
        return new RefusedRow(model, mapper, table, isDeleted);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Returns an exception that names the entity, and the attributes if the constraint is found. */
    IntegrityException explained(IntegrityException e) {
        if (isDeleted && e.kind() == Kind.FOREIGN_KEY) {
            String by = referring(e);
            return e.about(mapper.name(), List.of(), "A row of \"" + mapper.name()
                    + "\" is still referred to" + (by.isEmpty() ? "." : " by \"" + by + "\".")
                    + " Delete or change the rows that refer to it before, or let the relationship cascade.");
        }
        Candidate found = find(e, candidates(e.kind()));
        List<String> attributes = found == null ? List.of() : attributes(found.columns, e.kind());
        String of = "\"" + String.join("\", \"", attributes) + "\"";
        return e.about(mapper.name(), attributes, attributes.isEmpty()
                ? "The row is one of entity \"" + mapper.name() + "\"."
                : switch (e.kind()) {
                    case UNIQUE -> "Another row of entity \"" + mapper.name() + "\" has the same value of " + of + ".";
                    case NOT_NULL -> "Entity \"" + mapper.name() + "\" needs a value of " + of + ".";
                    case FOREIGN_KEY -> "Entity \"" + mapper.name() + "\" refers by " + of
                            + " to a row that does not exist.";
                    case CHECK, OTHER -> "The constraint is about " + of + " of entity \"" + mapper.name() + "\".";
                });
    }

    private List<Candidate> candidates(Kind kind) {
        List<Candidate> found = new ArrayList<>();
        switch (kind) {
            case UNIQUE -> {
                String name = table.constraints().stream().filter(PrimaryKey.class::isInstance)
                        .map(one -> ((PrimaryKey) one).name()).findFirst().orElse("");
                found.add(new Candidate(name, names(table.primaryKeyColumns())));
                for (UniqueConstraint unique : table.uniqueConstraints()) {
                    found.add(new Candidate(unique.name(), unique.columnNames()));
                }
                for (Index index : table.indexes()) {
                    if (index.isUnique()) {
                        found.add(new Candidate(index.name(), names(index.columns())));
                    }
                }
            }
            case FOREIGN_KEY -> {
                for (ForeignKey key : table.foreignKeys()) {
                    found.add(new Candidate(key.constraintName(), key.columnNames()));
                }
            }
            case NOT_NULL -> {
                for (Column<?> column : table.columns()) {
                    if (!column.isNullable()) {
                        found.add(new Candidate("", List.of(column.name())));
                    }
                }
            }
            case CHECK -> {
                for (CheckConstraint check : table.checkConstraints()) {
                    Set<String> words = words(check.condition().toString());
                    found.add(new Candidate(check.name(), names(table.columns()).stream()
                            .filter(column -> words.contains(folded(column))).toList()));
                }
            }
            case OTHER -> {}
        }
        return found;
    }

    private static List<String> names(List<Column<?>> columns) {
        return columns.stream().map(Column::name).toList();
    }

    private static Set<String> words(String text) {
        return NAME.matcher(text).results().map(one -> folded(one.group(1))).collect(Collectors.toSet());
    }

    private static @Nullable Candidate find(IntegrityException e, List<Candidate> candidates) {
        String constraint = folded(e.report().constraint());
        Set<String> columns = Set.of();
        for (Candidate candidate : candidates) {
            if (!constraint.isEmpty() && folded(candidate.name).equals(constraint)) {
                return candidate;
            }
        }
        for (Pattern pattern : COLUMNS) {
            Matcher matcher = pattern.matcher(e.report().message());
            if (matcher.find()) {
                Set<String> told = words(
                        matcher.group(1).replaceAll("(?i)\\bNULLS (FIRST|LAST)\\b|\\b(ASC|DESC)\\b", ""));
                columns = told;
                for (Candidate candidate : candidates) {
                    if (candidate.columns.equals(told)) {
                        return candidate;
                    }
                }
            }
        }
        for (Candidate candidate : candidates) {
            // MariaDB names an index like its first column
            if (candidate.columns.size() == 1 && candidate.columns.contains(constraint)) {
                return candidate;
            }
        }
        return candidates.size() == 1 && mayBe(candidates.get(0), e.kind(), constraint, columns) ? candidates.get(0)
                : null;
    }

    /**
     * Returns whether the only constraint of the model is the one of the message, which may be one that only the database
     * has.
     */
    private static boolean mayBe(Candidate only, Kind kind, String constraint, Set<String> columns) {
        if (kind == Kind.CHECK && only.name.isEmpty() && !columns.isEmpty()) {
            // SQLite reports the condition
            return columns.containsAll(only.columns);
        }
        return columns.isEmpty()
                && (constraint.isEmpty() || only.name.isEmpty() && CHOSEN.matcher(constraint).find());
    }

    /** Returns the attributes of columns: for a foreign key, the relationship that has it. */
    private List<String> attributes(Set<String> columns, Kind kind) {
        Set<String> found = new LinkedHashSet<>();
        if (kind == Kind.FOREIGN_KEY) {
            for (Mapper<?> one : mapper.hierarchy().below(mapper)) {
                for (RelationshipProperty relationship : one.manyToOnes()) {
                    if (Arrays.stream(relationship.local()).mapToObj(attribute -> folded(one.column(attribute).name()))
                            .collect(Collectors.toSet()).equals(columns)) {
                        return List.of(relationship.name());
                    }
                }
            }
        }
        for (Mapper<?> one : mapper.hierarchy().below(mapper)) {
            for (int attribute : one.columnAttributes()) {
                if (one.column(attribute).source() == table && columns.contains(folded(one.column(attribute).name()))) {
                    found.add(one.definition().attribute(attribute).name());
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * A foreign key that refers to the table of the row. Immutable.
     *
     * @param path the entity and its relationship or attribute
     */
    private record Reference(String path, Table from, String constraint) {}

    /** Returns the relationship or attribute whose foreign key refers to the deleted row; empty if it is unknown. */
    private String referring(IntegrityException e) {
        List<Reference> all = references();
        String constraint = folded(e.report().constraint());
        for (Reference reference : all) {
            if (!constraint.isEmpty() && folded(reference.constraint).equals(constraint)) {
                return reference.path;
            }
        }
        Set<String> words = words(e.report().message());
        List<Reference> named = all.stream()
                .filter(one -> one.from != table && words.contains(folded(one.from.name()))).toList();
        List<Reference> left = named.isEmpty() ? all : named;
        return left.size() == 1 ? left.get(0).path : "";
    }

    /**
     * Finds the foreign keys that refer to the table, including those of join tables, but not those that join the
     * tables of a hierarchy.
     */
    private List<Reference> references() {
        List<Reference> all = new ArrayList<>();
        Set<Table> links = new HashSet<>();
        for (Mapper<?> other : model.mappers()) {
            for (EntityTable own : other.tables()) {
                if (own.mapper() == other) {
                    RefusedRow row = new RefusedRow(model, other, own.table(), false);
                    for (Candidate key : keysFrom(own.table())) {
                        if (own.table() == other.table()
                                || !key.columns.equals(new Candidate("", names(own.key())).columns)) {
                            all.add(new Reference(other.name() + "."
                                    + String.join(", ", row.attributes(key.columns, Kind.FOREIGN_KEY)), own.table(),
                                    key.name));
                        }
                    }
                }
            }
            for (RelationshipProperty relationship : other.storedRelationships()) {
                if (relationship.kind() == RelationshipProperty.Kind.MANY_TO_MANY
                        && links.add(relationship.link().table())) {
                    Table link = relationship.link().table();
                    keysFrom(link).forEach(
                            key -> all.add(new Reference(other.name() + "." + relationship.name(), link, key.name)));
                }
            }
        }
        return all;
    }

    /** Returns the foreign keys of a table that refer to this one. The abstract root of a concrete hierarchy has none. */
    private List<Candidate> keysFrom(Table from) {
        if (!model.metadata().tables().contains(from)) {
            return List.of();
        }
        return from.foreignKeys().stream().filter(key -> key.target() == table)
                .map(key -> new Candidate(key.constraintName(), key.columnNames())).toList();
    }
}
