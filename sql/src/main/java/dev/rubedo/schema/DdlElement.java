package dev.rubedo.schema;

/** A statement that changes the schema, executed by {@link DdlTarget#execute}. Immutable. */
public sealed interface DdlElement
        permits CreateTable, DropTable, CreateIndex, DropIndex, AddConstraint, DropConstraint,
        CreateSequence, DropSequence, CreateEnum, DropEnum, CreateDomain, DropDomain, CreateSchema, DropSchema,
        SetTableComment, SetColumnComment,
        SetConstraintComment,
        TableAlteration, CreateView, DropView, RefreshView, CreateTableAs, TextDdl, CustomDdl {
    /**
     * Returns the SQL. Needs no connection.
     *
     * @param dialect the target dialect
     */
    default String sql(DdlRenderer dialect) {
        return dialect.render(this);
    }
}
