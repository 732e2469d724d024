package dev.rubedo.cli;

import picocli.CommandLine.IVersionProvider;

/** Provides the version of the JAR file. Immutable. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var version = Version.class.getPackage().getImplementationVersion();
        return new String[]{"rubedo " + (version == null ? "(version unknown)" : version)};
    }
}
