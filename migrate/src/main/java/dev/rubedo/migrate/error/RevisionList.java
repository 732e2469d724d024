package dev.rubedo.migrate.error;

import java.util.Collection;
import java.util.stream.Collectors;

/** A writer of revision ids in messages. Stateless. */
final class RevisionList {
    private RevisionList() {}

    static String quoted(Collection<String> ids) {
        return ids.isEmpty() ? "\"base\"" : ids.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
    }
}
