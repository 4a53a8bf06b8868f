package io.handlekit.conformance.house;

import io.handlekit.conformance.CustomersContract;
import io.handlekit.customers.Customers;
import io.handlekit.http.HttpCustomers;
import io.handlekit.http.vertx.VertxTransport;
import io.handlekit.mock.MockOpenprovider;
import io.handlekit.spring.HttpCustomersCustomizer;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** The published artifacts, each found by one of its types. */
enum Artifact {
    CORE(Customers.class, "core"),
    HTTP(HttpCustomers.class, "adapters-http/client"),
    HTTP_VERTX(VertxTransport.class, "adapters-http/vertx"),
    SPRING_BOOT(HttpCustomersCustomizer.class, "adapters-http/spring-boot"),
    MOCK(MockOpenprovider.class, "mock-server"),
    CONFORMANCE(CustomersContract.class, "conformance-tests");

    private final Class<?> type;
    private final String folder;

    Artifact(Class<?> type, String folder) {
        this.type = type;
        this.folder = folder;
    }

    /** Returns the folder of the module, relative to that of the project. */
    String folder() {
        return folder;
    }

    /** Returns the package above all others of the artifact. */
    String firstPackage() {
        return type.getPackageName();
    }

    /** Returns the jar, or the folder of compiled classes in a build that has not packed it yet. */
    Path location() {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }

    /** Returns the folder of the module's compiled tests, which is there if this build has compiled them. */
    Path testClasses() {
        return Path.of("..").resolve(folder).resolve("target/test-classes");
    }

    /** Returns the module's descriptor, which is automatic if the artifact has no module-info. */
    ModuleDescriptor descriptor() {
        return ModuleFinder.of(location()).findAll().stream()
                .findFirst()
                .map(module -> module.descriptor())
                .orElseGet(() -> ModuleDescriptor.newAutomaticModule("without.module.info")
                        .build());
    }

    /** Returns the packages that this module exports to the other one alone. */
    Set<String> exportedTo(String module) {
        return descriptor().exports().stream()
                .filter(exports -> exports.targets().contains(module))
                .map(Exports::source)
                .collect(Collectors.toSet());
    }
}
