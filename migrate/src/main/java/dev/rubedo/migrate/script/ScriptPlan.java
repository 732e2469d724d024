package dev.rubedo.migrate.script;

import dev.rubedo.migrate.error.RevisionNotFoundException;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionStep;
import dev.rubedo.migrate.revision.VersionStep;
import dev.rubedo.migrate.run.MigrationSource;
import dev.rubedo.migrate.run.StepPlanner;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The steps of a run through the revisions of a directory, and their code. It is passed as both arguments of
 * {@code MigrationContext.run(plan, plan)}, because the set of revisions depends on the revision of the database: one
 * that records a replaced revision still sees the other replaced ones. Confined to one thread at a time.
 */
public final class ScriptPlan implements StepPlanner, MigrationSource {
    private final ScriptDirectory directory;
    private final BiFunction<? super RevisionMap, ? super Set<String>, ? extends List<? extends VersionStep>> planner;
    private ScriptDirectory view;
    private MigrationSource source;

    ScriptPlan(ScriptDirectory directory,
            BiFunction<? super RevisionMap, ? super Set<String>, ? extends List<? extends VersionStep>> planner) {
        this.directory = directory;
        this.planner = Objects.requireNonNull(planner, "planner");
        this.view = directory;
        this.source = directory.source();
    }

    @Override
    public List<? extends VersionStep> steps(Set<String> heads) {
        view = directory.at(heads);
        source = view.source();
        List<? extends VersionStep> steps;
        try {
            steps = planner.apply(view.map(), heads);
        } catch (RevisionNotFoundException e) {
            throw explained(e, heads);
        }
        steps.forEach(this::compile);
        return steps;
    }

    /**
     * Returns the error for a revision that was not found. If the database records it, the user did not name it, so the
     * message says where it comes from.
     *
     * @param failure the error
     * @param heads the revisions that the database records
     */
    public static RevisionNotFoundException explained(RevisionNotFoundException failure, Set<String> heads) {
        return !heads.contains(failure.symbol()) ? failure
                : new RevisionNotFoundException(failure.symbol(), "The database is at revision \"" + failure.symbol()
                        + "\", which does not exist here: a newer release has upgraded the database, or the file is "
                        + "missing. Use that release, or set the revision of the database with stamp --purge.");
    }

    /** A source that does not compile is detected before the first step is run. */
    private void compile(VersionStep step) {
        if (step instanceof RevisionStep revision) {
            source.migration(revision.revision().id());
        }
    }

    @Override
    public Migration migration(String id) {
        return source.migration(id);
    }

    /** Returns the revisions as seen by the database of the last plan. */
    public ScriptDirectory view() {
        return view;
    }
}
