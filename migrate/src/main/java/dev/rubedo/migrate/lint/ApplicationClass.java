package dev.rubedo.migrate.lint;

import java.util.List;
import java.util.regex.Pattern;

/** RB122: a revision uses classes of the application. Immutable. */
final class ApplicationClass implements LintRule {
    private static final List<String> NEUTRAL = List.of("java.", "javax.", "dev.rubedo.", "org.jspecify.");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");
    private static final Pattern IMPORT = Pattern
            .compile("(?m)^\\s*import\\s+(?:static\\s+)?([\\w.]+(?:\\.\\*)?)\\s*;");

    @Override
    public String code() {
        return "RB122";
    }

    @Override
    public String title() {
        return "A revision uses classes of the application";
    }

    @Override
    public void revision(LintedRevision revision, LintFindings found) {
        if (!revision.script().isJava()) {
            return;
        }
        var own = PACKAGE.matcher(revision.source());
        var prefix = own.find() ? own.group(1) + "." : "";
        var imports = IMPORT.matcher(revision.source());
        while (imports.find()) {
            var name = imports.group(1);
            if (NEUTRAL.stream().noneMatch(name::startsWith) && !(name.startsWith(prefix) && !prefix.isEmpty())) {
                int line = (int) revision.source().substring(0, imports.end()).lines().count();
                found.add(line, "\"" + name + "\" is imported, but the revision must still compile after that class "
                        + "has changed. Write the operations without it.");
            }
        }
    }
}
