package dev.rubedo.cli;

/** The versions of the dependencies of a new project: those with which this version of Rubedo is tested. Immutable. */
final class ProjectVersions {
    static final String RUBEDO = "0.1.0-SNAPSHOT";
    static final String LOGBACK = "1.6.6";
    static final String JUNIT = "6.1.3";
    static final String SQLITE = "3.54.1.0";
    static final String H2 = "2.5.252";
    static final String POSTGRESQL = "42.7.14";
    static final String POSTGRESQL_BINARIES = "18.6.0";
    static final String MYSQL = "9.7.0";
    static final String MARIADB = "3.5.11";
    static final String MARIADB_BINARIES = "11.4.5";

    static final String SPRING_BOOT = "4.0.1";

    private ProjectVersions() {}
}
