/**
 * SQL as data: the expression tree, types, schema metadata, DDL and the compiler. It does not depend on JDBC and
 * performs no I/O.
 */
@org.jspecify.annotations.NullMarked module dev.rubedo.sql {
    requires static transitive org.jspecify;

    exports dev.rubedo.compile;
    exports dev.rubedo.dialect;
    exports dev.rubedo.error;
    exports dev.rubedo.event;
    exports dev.rubedo.feature;
    exports dev.rubedo.graph;
    exports dev.rubedo.schema;
    exports dev.rubedo.sql;
    exports dev.rubedo.stability;
    exports dev.rubedo.type;

    uses dev.rubedo.sql.RendererProvider;

    provides dev.rubedo.sql.RendererProvider with dev.rubedo.dialect.AnsiRendererProvider;
}
