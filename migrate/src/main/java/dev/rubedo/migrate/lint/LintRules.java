package dev.rubedo.migrate.lint;

import java.util.List;

/** The list of all rules for revisions. Stateless. */
public final class LintRules {
    /** All rules, by their codes. */
    public static final List<LintRule> ALL = List.of(new DroppedColumn(), new DroppedTable(), new Rename(),
            new RewritingTypeChange(), new RequiredColumn(), new RewritingColumn(), new BlockingIndex(),
            new BlockingIndexDrop(), new SplitTransaction(), new ValidatedForeignKey(), new ValidatedCheck(),
            new UniqueConstraintAtOnce(), new ForeignKeyWithoutIndex(), new EnumChange(), new DoubtfulType(),
            new UnboundedChange(), new LongName(), new OpaqueSql(), new NoDowngrade(), new SeveralLocks(),
            new ApplicationClass());

    private LintRules() {}
}
