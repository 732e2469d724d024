package dev.rubedo.migrate.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A collector of the findings in one revision. Confined to one thread at a time. */
public final class LintFindings {
    private final LintedRevision revision;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private LintRule rule;

    LintFindings(LintedRevision revision, LintRule first) {
        this.revision = revision;
        this.rule = first;
    }

    void enter(LintRule next) {
        rule = next;
    }

    /**
     * Adds a finding.
     *
     * @param line the line in the file of the revision, from 1; 0 if the finding concerns the whole file
     * @param message what was found, in which table or column, and what to do
     */
    public void add(int line, String message) {
        var reason = revision.allowances().getOrDefault(rule.code(), "");
        used.add(rule.code());
        var guide = rule.pattern().isEmpty() ? ""
                : " See \"" + rule.pattern() + "\" in the guide to zero-downtime changes.";
        findings.add(new Finding(rule.code(), rule.severity(), revision.id(), revision.script().file(),
                Math.max(0, line), message + guide, reason));
    }

    /** Returns the codes of the rules that found something. */
    Set<String> used() {
        return used;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
