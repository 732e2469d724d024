package dev.rubedo.migrate.lint;

/** RB120: a revision cannot be undone. Immutable. */
final class NoDowngrade implements LintRule {
    @Override
    public String code() {
        return "RB120";
    }

    @Override
    public String title() {
        return "A revision cannot be undone";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public void revision(LintedRevision revision, LintFindings found) {
        if (revision.downgrade().isEmpty() && !revision.isIrreversible() && !revision.operations().isEmpty()) {
            found.add(0, "Revision \"" + revision.id() + "\" has no downgrade. Write it, or mark the revision with "
                    + "@Irreversible(\"why\").");
        }
    }
}
