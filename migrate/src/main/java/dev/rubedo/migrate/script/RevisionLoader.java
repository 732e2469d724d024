package dev.rubedo.migrate.script;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one compiled revision, even if a class with the same name, possibly older, is on the class path.
 * Thread-safe.
 */
final class RevisionLoader extends URLClassLoader {

    RevisionLoader(URL directory, ClassLoader parent) {
        super(new URL[]{directory}, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            return findResource(name.replace('.', '/') + ".class") != null ? findClass(name)
                    : super.loadClass(name, resolve);
        }
    }
}
