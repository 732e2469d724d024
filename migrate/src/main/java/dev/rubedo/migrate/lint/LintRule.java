package dev.rubedo.migrate.lint;

import dev.rubedo.stability.Spi;

/**
 * A rule for revisions. It examines their operations one by one, or a revision as a whole. Implementations are
 * thread-safe.
 */
@Spi
public interface LintRule {
    /** Returns the code, such as {@code RB107}. */
    String code();

    /** Returns a short description of what the rule rejects. */
    String title();

    /** Returns the severity of the findings. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /**
     * Returns the chapter of the guide to zero-downtime changes that shows how to make the change instead; empty if
     * there is none. It is added to the findings.
     */
    default String pattern() {
        return "";
    }

    /**
     * Examines an operation of an upgrade.
     *
     * @param at the operation and its context
     * @param found receives the findings
     */
    default void operation(LintedOperation at, LintFindings found) {}

    /**
     * Examines a revision.
     *
     * @param revision the revision
     * @param found receives the findings
     */
    default void revision(LintedRevision revision, LintFindings found) {}
}
