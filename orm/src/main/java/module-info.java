/** The ORM: sessions, unit of work, loading and queries over entities. */
@org.jspecify.annotations.NullMarked module dev.rubedo.orm {
    requires transitive dev.rubedo.engine;
    requires transitive dev.rubedo.mapping;
    requires jdk.jfr;
    requires static org.jspecify;
    requires org.slf4j;

    exports dev.rubedo.orm;
    exports dev.rubedo.orm.classic;
    exports dev.rubedo.orm.collection;
    exports dev.rubedo.orm.error;
    exports dev.rubedo.orm.flush;
    exports dev.rubedo.orm.metamodel;
    exports dev.rubedo.orm.model;
    exports dev.rubedo.orm.query;
    exports dev.rubedo.orm.routing;
    exports dev.rubedo.orm.session;
    exports dev.rubedo.orm.state;

    uses dev.rubedo.orm.model.StatementResolver;

    provides dev.rubedo.orm.model.StatementResolver with dev.rubedo.orm.internal.query.EntityStatementResolver;
}
