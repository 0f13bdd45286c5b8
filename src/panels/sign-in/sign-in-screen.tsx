import { AuthFrame } from './auth-frame.tsx';
import { SignInForm } from './sign-in-form.tsx';
import type { SignInReason } from './sign-in-form.tsx';

/** Sign-in, also after a sign-out and after the session has expired; it says which. */
export const SignInScreen = ({ reason }: { reason: SignInReason }) => (
  <AuthFrame>
    <SignInForm reason={reason} />
  </AuthFrame>
);
