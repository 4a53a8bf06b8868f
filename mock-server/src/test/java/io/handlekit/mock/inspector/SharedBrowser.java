package io.handlekit.mock.inspector;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives all test classes of a run the same browser, which takes seconds to start. JUnit closes it at the end of the run. */
final class SharedBrowser implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        BrowserTest.browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Browser.class, first -> Browser.start(), Browser.class);
    }
}
