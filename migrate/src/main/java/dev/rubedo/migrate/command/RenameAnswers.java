package dev.rubedo.migrate.command;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.compare.ObjectKind;
import dev.rubedo.migrate.compare.RenameCandidate;
import dev.rubedo.migrate.compare.RenameRule;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NoteKey;
import dev.rubedo.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The known renames: from the command line, from notes in the model, and from answers to questions. Confined to one
 * thread at a time.
 */
final class RenameAnswers implements RenameRule {
    private final Map<String, String> told;
    private final Map<String, String> noted = new HashMap<>();
    private final boolean renamesNothing;
    private final Function<String, Optional<String>> ask;
    private final Set<String> used = new HashSet<>();

    RenameAnswers(Map<String, String> told, List<MetaData> model, boolean renamesNothing,
            Function<String, Optional<String>> ask) {
        this.told = told;
        this.renamesNothing = renamesNothing;
        this.ask = ask;
        model.forEach(metaData -> metaData.tables().forEach(this::note));
    }

    private void note(Table table) {
        var name = new TableName(table.schema(), table.name()).toString();
        table.note(NoteKey.RENAMED_FROM).ifPresent(old -> noted.put(name, old));
        for (Column<?> column : table.columns()) {
            column.note(NoteKey.RENAMED_FROM).ifPresent(old -> noted.put(name + "." + column.name(), old));
        }
    }

    @Override
    public Optional<String> knownOldName(RenameCandidate candidate) {
        for (var old : candidate.oldNames()) {
            var key = key(candidate, old);
            var to = told.get(key);
            if (to != null && (to.equals(candidate.name()) || to.equals(key(candidate, candidate.name())))) {
                used.add(key);
                return Optional.of(old);
            }
        }
        var old = noted.get(key(candidate, candidate.name()));
        if (old == null || candidate.oldNames().contains(old)) {
            return Optional.ofNullable(old);
        }
        if (renamesNothing) {
            return Optional.empty();
        }
        throw new MigrationException(ErrorCode.MIGRATION, "According to the model, " + candidate.describe()
                + " was renamed from \"" + old + "\", but the database has no such "
                + candidate.kind().name().toLowerCase(Locale.ROOT) + "; it has " + candidate.oldNames()
                + ", which would be dropped. Correct the note (@RenamedFrom), use --rename "
                + key(candidate, candidate.oldNames().get(0)) + "=" + candidate.name()
                + ", or drop and add with --no-renames.", null);
    }

    @Override
    public Optional<String> oldName(RenameCandidate candidate) {
        return renamesNothing ? Optional.empty() : asked(candidate);
    }

    /** Returns a name as it is written on the command line: with its table if it is that of a column. */
    private static String key(RenameCandidate candidate, String name) {
        return candidate.kind() == ObjectKind.TABLE ? candidate.table().renamed(name).toString()
                : candidate.table() + "." + name;
    }

    private Optional<String> asked(RenameCandidate candidate) {
        var question = new StringBuilder("Is ").append(candidate.describe()).append(" new, or was it renamed?\n")
                .append("  0  it is new\n");
        var names = candidate.oldNames();
        for (int i = 0; i < names.size(); i++) {
            question.append("  ").append(i + 1).append("  it was \"").append(names.get(i)).append("\"\n");
        }
        while (true) {
            var answer = ask.apply(question + "> ").map(String::strip).orElseThrow(() -> unanswered(candidate));
            if (answer.matches("\\d{1,4}") && Integer.parseInt(answer) <= names.size()) {
                int number = Integer.parseInt(answer);
                return number == 0 ? Optional.empty() : Optional.of(names.get(number - 1));
            }
        }
    }

    private static MigrationException unanswered(RenameCandidate candidate) {
        var first = key(candidate, candidate.oldNames().get(0));
        return new MigrationException(ErrorCode.MIGRATION, "It is not known whether " + candidate.describe()
                + " is new or was renamed from one of " + candidate.oldNames()
                + ", whose values would be lost. Use --rename " + first + "=" + candidate.name()
                + ", note it in the model, or drop and add with --no-renames.", null);
    }

    /** Rejects given names that do not occur. */
    void requireAllUsed() {
        var unused = new HashSet<>(told.keySet());
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "Nothing was renamed from " + unused
                    + ": no such table or column is missing in the model, or its new name is not new. Correct "
                    + "--rename.",
                    null);
        }
    }
}
