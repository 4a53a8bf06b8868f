// Uses the client that openapi-generator makes of the mock's document, as an application would.
import { Configuration, CustomersApi, LoginApi, ResponseError } from "./client";

declare const process: { argv: string[]; exit(code: number): never };

async function use(basePath: string): Promise<void> {
  const login = await new LoginApi(new Configuration({ basePath })).login({
    loginRequest: { username: "ada", password: "secret" },
  });
  const customers = new CustomersApi(new Configuration({ basePath, accessToken: login.data.token }));

  const created = await customers.createCustomer({
    createCustomerRequest: {
      name: { firstName: "Ada", lastName: "Lovelace" },
      address: { street: "Herengracht", number: "12", zipcode: "1017 BX", city: "Amsterdam", country: "NL" },
      phone: { countryCode: "+31", areaCode: "20", subscriberNumber: "5551234" },
      email: "ada@engines.example",
      tags: [{ key: "customer", value: "VIP" }],
    },
  });
  const handle = created.data.handle;
  console.log("created", handle);

  const changed = await customers.updateCustomer({ handle, updateCustomerRequest: { vat: "NL123456789B01" } });
  console.log("changed", changed.data.success);

  const { data } = await customers.getCustomer({ handle, withAdditionalData: true });
  console.log("read", data.name.fullName, data.address.city, data.phone.subscriberNumber, data.vat, data.tags?.[0].value);

  const page = (await customers.listCustomers({ lastNamePattern: "Love*" })).data;
  const listed = page.results?.[0];
  console.log("listed", page.total, listed?.handle, listed?.address?.city, listed?.phone?.subscriberNumber);

  const deleted = await customers.deleteCustomer({ handle });
  console.log("deleted", deleted.data.success);

  try {
    await customers.getCustomer({ handle });
  } catch (failure) {
    if (!(failure instanceof ResponseError)) {
      throw failure;
    }
    console.log("refused", failure.response.status, await failure.response.text());
  }
}

use(process.argv[2]).catch((failure) => {
  console.error(failure);
  process.exit(1);
});
