package dev.rubedo.migrate.lint;

import dev.rubedo.stability.Spi;

/**
 * A rule for revisions. It looks at their operations one by one, or at a revision as a whole. Implementations are
 * thread-safe.
 */
@Spi
public interface LintRule {
    /** Returns the code, such as {@code RB107}. */
    String code();

    /** Returns what the rule refuses, in a few words. */
    String title();

    /** Returns how serious its findings are. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /**
     * Returns the chapter of the guide to changes without downtime that shows how to make the change instead; empty if
     * there is none. It is added to the findings.
     */
    default String pattern() {
        return "";
    }

    /**
     * Looks at an operation of an upgrade.
     *
     * @param at the operation and its circumstances
     * @param found receives what was found
     */
    default void operation(LintedOperation at, LintFindings found) {}

    /**
     * Looks at a revision.
     *
     * @param revision the revision
     * @param found receives what was found
     */
    default void revision(LintedRevision revision, LintFindings found) {}
}
