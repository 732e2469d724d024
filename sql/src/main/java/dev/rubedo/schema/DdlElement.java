package dev.rubedo.schema;

/** A statement that changes the schema; run by {@link DdlTarget#execute}. Immutable. */
public sealed interface DdlElement
        permits CreateTable, DropTable, CreateIndex, DropIndex, AddConstraint, DropConstraint,
        CreateSequence, DropSequence, CreateEnum, DropEnum, CreateSchema, DropSchema, SetTableComment, SetColumnComment,
        TextDdl, CustomDdl {
    /**
     * Returns the SQL, without any connection.
     *
     * @param dialect the dialect to write
     */
    default String sql(DdlRenderer dialect) {
        return dialect.render(this);
    }
}
