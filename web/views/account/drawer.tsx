// The account page at the side of the page. Loaded when first opened. Called by later.tsx.
import { useWorkspace } from "../context.ts";
import { Drawer } from "../drawer.tsx";
import { type AccountProps, AccountParts } from "./account.tsx";
import { accountWords } from "../../words/account.ts";

const AccountDrawer = ({ onClose, ...props }: AccountProps & { onClose: () => void }) => {
  const { account } = useWorkspace();
  return (
    <Drawer kind={accountWords.kind} title={account.name} onClose={onClose}>
      <AccountParts {...props} />
    </Drawer>
  );
};

export default AccountDrawer;
